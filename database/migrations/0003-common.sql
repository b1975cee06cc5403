-- Reference data is effective-dated: an act is judged by the row of its own day (B39).
create table common.district (
  code text not null,
  name text not null,
  division text,
  valid_from date not null,
  valid_to date,
  entry_id uuid not null constraint district_entry_fk references journal.entry,
  constraint district_pk primary key (code, valid_from),
  constraint district_code_shape check (code ~ '^\d{2}$'),
  constraint district_range check (valid_to is null or valid_to > valid_from)
);
create table common.room (
  room text not null,
  court text not null,
  valid_from date not null,
  valid_to date,
  entry_id uuid not null constraint room_entry_fk references journal.entry,
  constraint room_pk primary key (room, valid_from),
  constraint room_court check (court in ('arraignment', 'municipal', 'common-pleas')),
  constraint room_range check (valid_to is null or valid_to > valid_from)
);
create table common.statute (
  statute text not null,
  description text not null,
  chapter_group text,
  valid_from date not null,
  valid_to date,
  entry_id uuid not null constraint statute_entry_fk references journal.entry,
  constraint statute_pk primary key (statute, description, valid_from),
  constraint statute_range check (valid_to is null or valid_to > valid_from)
);
create index statute_by_description on common.statute (lower(description));
create table common.grade (
  grade text not null,
  label text not null,
  severity integer not null,
  valid_from date not null,
  valid_to date,
  entry_id uuid not null constraint grade_entry_fk references journal.entry,
  constraint grade_pk primary key (grade, valid_from)
);
create table common.alarm (
  hours integer not null,
  label text not null,
  -- 'custody': hours since arrest; 'probable-cause': the 48 hours of Riverside; 'draft': an unsent report
  clock text not null,
  valid_from date not null,
  valid_to date,
  entry_id uuid not null constraint alarm_entry_fk references journal.entry,
  constraint alarm_pk primary key (clock, hours, valid_from),
  constraint alarm_clock check (clock in ('custody', 'probable-cause', 'draft'))
);
create table common.sign_in (
  token_hash bytea not null constraint sign_in_pk primary key,
  account_id uuid not null,
  kind text not null,
  made_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  constraint sign_in_kind check (kind in ('cookie', 'bearer')),
  constraint sign_in_hash_length check (octet_length(token_hash) = 32)
);
create index sign_in_by_account on common.sign_in (account_id) where ended_at is null;
-- The first answer to a request is the answer to each retry of it; intake keys are never pruned.
create table common.idempotency (
  account_id uuid not null,
  key text not null,
  verb text not null,
  request_hash bytea not null,
  status integer not null,
  answer jsonb not null,
  made_at timestamptz not null,
  -- A door reads its own answers only.
  door name not null default current_user,
  constraint idempotency_pk primary key (account_id, key),
  constraint idempotency_key_length check (length(key) between 8 and 255)
);
