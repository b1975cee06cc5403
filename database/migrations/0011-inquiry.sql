create schema inquiry;   -- what was asked, what is held for collecting, what each door may ask
-- One row for each agreement version that was ever activated, keyed by the login role of its questions; written by the compiled SQL
-- itself, so that what ballots signed is what decides.
create table inquiry.standing (
  door name not null constraint standing_pk primary key,
  definer name not null,
  agreement text not null,
  agreement_version integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Superseded or terminated from this instant on, for good; null while neither.
  ended_at timestamptz,
  ended_why text,
  -- Suspended, stopped in an emergency or for a missed duty, from this instant on; null while none of these.
  stopped_at timestamptz,
  stopped_why text,
  -- An emergency stop is void from this instant on, unless two seats confirmed it before.
  resumes_at timestamptz,
  units text[] not null,
  -- purpose -> {"cites": "incident", "suffices": "found-here"}
  purposes jsonb not null,
  inquiries_per_unit_per_day integer not null,
  inquiries_per_officer_per_day integer not null,
  persons_per_unit_per_day integer not null,
  rows_per_answer integer not null,
  outage_minutes integer not null,
  outage_stops boolean not null,
  constraint standing_once unique (agreement, agreement_version),
  constraint standing_range check (ends_at > starts_at),
  constraint standing_ended check ((ended_at is null) = (ended_why is null) and ended_why in ('superseded', 'terminated')),
  constraint standing_stopped check ((stopped_at is null) = (stopped_why is null)
    and stopped_why in ('suspended', 'emergency-stopped', 'obligation-overdue') and (resumes_at is null or stopped_why = 'emergency-stopped')),
  constraint standing_limits check (rows_per_answer between 1 and 1000 and inquiries_per_unit_per_day >= 0
    and inquiries_per_officer_per_day >= 0 and persons_per_unit_per_day >= 0)
);
-- A day's allowance of one subject, parted into shards so that askers do not wait for one another's commits. Never exceeded.
create table inquiry.quota (
  door name not null constraint quota_standing_fk references inquiry.standing,
  subject text not null,
  day date not null,
  shard integer not null,
  used integer not null,
  allowance integer not null,
  constraint quota_pk primary key (door, subject, day, shard),
  constraint quota_used check (used between 0 and allowance)
) with (fillfactor = 60);
-- Whom a unit has had an answer about on a day.
create table inquiry.person_seen (
  door name not null,
  unit_code text not null,
  day date not null,
  person_id uuid not null,
  constraint person_seen_pk primary key (door, unit_code, day, person_id)
);
create index person_seen_by_person on inquiry.person_seen (person_id);
create table inquiry.asked (
  inquiry_id uuid not null constraint asked_pk primary key,
  door name not null,
  agreement text not null,
  unit_code text not null,
  officer text not null,
  behalf text,
  authentication text not null,
  question text not null,
  filters text[] not null,
  predicate jsonb not null,
  purpose text not null,
  cites_kind text,
  cites_value text,
  outcome text not null,
  -- The term that refused; for the custodians only where the answer was "no record available to you".
  term text,
  ground text,
  row_count integer not null,
  classes text[] not null,
  persons uuid[] not null,
  request jsonb not null,
  asked_at timestamptz not null,
  entry_id uuid not null constraint asked_entry unique constraint asked_entry_fk references journal.entry,
  constraint asked_outcome check (outcome in ('answered', 'refused')),
  constraint asked_refusal check ((outcome = 'refused') = (term is not null))
);
create index asked_by_agreement on inquiry.asked (agreement, asked_at desc, inquiry_id desc);
-- An inquiry comes once. Within the agreement, so that no nonce of one partner tells on another, and whichever version answers.
create unique index asked_nonce on inquiry.asked (agreement, (request ->> 'nonce'));
create index asked_by_unit on inquiry.asked (unit_code, asked_at desc);
create index asked_by_persons on inquiry.asked using gin (persons);
-- An answer waits here until it is collected by a later transaction; a token is worth nothing before the commit.
create table inquiry.held (
  token_hash bytea not null constraint held_pk primary key,
  inquiry_id uuid not null constraint held_asked_fk references inquiry.asked,
  door name not null,
  xid xid8 not null,
  answer text not null,
  held_at timestamptz not null,
  constraint held_hash_length check (octet_length(token_hash) = 32)
);
create index held_by_time on inquiry.held (held_at);
-- Proves to the gate that this very transaction opened an inquiry. Readable by the owner alone.
create table inquiry.secret (
  is_the_one boolean not null default true constraint secret_pk primary key,
  secret bytea not null,
  constraint secret_is_one check (is_the_one)
);
insert into inquiry.secret (secret)
  values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
