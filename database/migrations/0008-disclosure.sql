-- What an outside agency can ever see lies in this zone, and nowhere else does a partner's role read. It is derived: triggers of
-- the walls write it in the transaction of the act, and disclosure.compute() gives it anew from the custodians' tables.
-- No victim, no witness, no narrative, no SSN, no interview has a column here.
create schema disclosure;
create table disclosure.record (
  arrest_id uuid not null constraint record_pk primary key,
  person_id uuid not null,
  -- identity
  last_name text not null,
  first_name text,
  middle_name text,
  suffix text,
  born_on date,
  sex text not null,
  police_number text,
  -- demographic
  race text not null,
  ethnicity text not null,
  -- origin: self-reported, with the system of its code
  birth_country_system text,
  birth_country_code text,
  -- address
  addresses jsonb not null,
  -- arrest
  arrested_at timestamptz not null,
  district_code text not null,
  place text not null,
  basis text not null,
  otn text,
  warrant_number text,
  incidents text[] not null,
  -- charges that the prosecutor approved
  charges jsonb not null,
  -- docket
  dockets jsonb not null,
  -- bail
  bail jsonb not null,
  -- custody
  custody jsonb not null,
  -- photo
  photo_reference text,
  -- What populations and questions are decided by; given out only as part of a class above.
  last_key text not null,
  first_key text not null,
  adult boolean not null,
  charged boolean not null,
  bail_ordered boolean not null,
  worst_grade text,
  constraint record_basis check (basis in ('sight', 'warrant'))
);
create index record_by_person on disclosure.record (person_id);
create index record_by_name on disclosure.record (last_key, born_on);
create index record_by_birth_date on disclosure.record (born_on);
create index record_by_time on disclosure.record (arrested_at desc);
create index record_by_birth_country on disclosure.record (birth_country_system, birth_country_code, arrested_at desc);

create table disclosure.identifier (
  kind text not null,
  value text not null,
  arrest_id uuid not null constraint identifier_record_fk references disclosure.record on delete cascade,
  constraint identifier_pk primary key (kind, value, arrest_id),
  constraint identifier_kind check (kind in ('otn', 'police-number', 'docket-number', 'incident', 'warrant'))
);
create index identifier_by_arrest on disclosure.identifier (arrest_id);

-- Which act changed which record, for feeds. The entry's place gives the order.
create table disclosure.change (
  entry_id uuid not null constraint change_entry_fk references journal.entry,
  arrest_id uuid not null,
  person_id uuid not null,
  -- Classes of fields that say something else than before. A feed tells a change only to whom one of them is shown.
  classes text[] not null,
  -- What decided before the act whether the record was in reach of a population; all null where there was no record.
  was_adult boolean,
  was_charged boolean,
  was_bail_ordered boolean,
  was_worst_grade text,
  was_district_code text,
  was_basis text,
  was_arrested_at timestamptz,
  constraint change_pk primary key (entry_id, arrest_id)
);
create index change_by_person on disclosure.change (person_id);
