-- When a checkpoint was signed, by the wall's clock: made_at is the city's, and a rehearsal's may be another.
alter table journal.checkpoint add column signed_at timestamptz not null default clock_timestamp();

-- The key that each seat's cosigner signs with. Insert-only; the newest of a seat is the one that counts.
create table journal.cosigner (
  -- Of the key, as it stands on its signature lines.
  name text not null constraint cosigner_pk primary key,
  seat text not null,
  vkey text not null constraint cosigner_vkey unique,
  made_by uuid not null constraint cosigner_made_by_fk references staff.account,
  made_at timestamptz not null,
  appointed_at timestamptz not null default clock_timestamp(),
  entry_id uuid not null constraint cosigner_entry unique constraint cosigner_entry_fk references journal.entry,
  constraint cosigner_seat check (seat in ('police', 'prosecutor', 'court')),
  constraint cosigner_of_vkey check (vkey like name || '+%')
);
-- The time inside a cosignature: eight bytes after the four of the key id.
create function journal.time_of_cosignature(line text) returns timestamptz
language sql immutable
return to_timestamp((('x' || encode(substr(decode(split_part(line, ' ', 3), 'base64'), 5, 8), 'hex'))::bit(64)::bigint)::double precision);

-- Insert-only: the first cosignature of each cosigner under each checkpoint.
create table journal.cosignature (
  size bigint not null constraint cosignature_checkpoint_fk references journal.checkpoint,
  cosigner text not null constraint cosignature_cosigner_fk references journal.cosigner,
  -- The signature line, without its line feed.
  line text not null,
  cosigned_at timestamptz not null generated always as (journal.time_of_cosignature(line)) stored,
  made_at timestamptz not null,
  constraint cosignature_pk primary key (size, cosigner),
  constraint cosignature_line check (line ~ '^— [^ ]+ [A-Za-z0-9+/]+={0,2}$')
);
-- A work table: what each cosigner said last, and whether it says nothing.
create table journal.cosigner_state (
  cosigner text not null constraint cosigner_state_pk primary key constraint cosigner_state_cosigner_fk references journal.cosigner,
  size bigint not null,
  line text,
  cosigned_at timestamptz generated always as (journal.time_of_cosignature(line)) stored,
  answered_at timestamptz,
  trouble text,
  trouble_since timestamptz,
  constraint cosigner_state_line check ((line is null) = (size = 0) and (line is null) = (answered_at is null)),
  constraint cosigner_state_trouble check ((trouble is null) = (trouble_since is null))
) with (fillfactor = 50);
-- Times at which a cosigner did not confirm, published.
create table journal.outage (
  cosigner text not null constraint outage_cosigner_fk references journal.cosigner,
  began_at timestamptz not null,
  ended_at timestamptz,
  why text not null,
  constraint outage_pk primary key (cosigner, began_at),
  constraint outage_range check (ended_at >= began_at)
);
create unique index outage_open on journal.outage (cosigner) where ended_at is null;
