create table police.person (
  person_id uuid not null constraint person_pk primary key,
  police_number text,
  entry_id uuid not null constraint person_entry_fk references journal.entry
);
create unique index person_by_police_number on police.person (police_number) where police_number is not null;

-- The arrest as it stands. Earlier versions lie in police.arrest_version; the stage is derived and stored nowhere.
create table police.arrest (
  arrest_id uuid not null constraint arrest_pk primary key,
  person_id uuid not null constraint arrest_person_fk references police.person,
  intake_number text not null constraint arrest_intake_number unique,
  version integer not null,
  drafted_by uuid not null constraint arrest_drafted_by_fk references staff.account,
  drafted_at timestamptz not null,
  sent_at timestamptz,
  arrested_at timestamptz not null,
  place text not null,
  district_code text not null,
  booking_site text not null,
  basis text not null,
  warrant_number text,
  otn text,
  last_name text not null,
  first_name text,
  middle_name text,
  suffix text,
  born_on date,
  sex text not null,
  race text not null,
  ethnicity text not null,
  birth_country_kind text not null,
  birth_country_system text,
  birth_country_code text,
  interpreter_language text,
  photo_reference text,
  domestic_violence boolean not null,
  parents_notified_at timestamptz,
  parents_notified_by text,
  -- The newest of the arrest's entries that police made; as-of views read arrest_version.
  entry_id uuid not null constraint arrest_entry_fk references journal.entry,
  constraint arrest_basis check (basis in ('sight', 'warrant')),
  constraint arrest_otn_shape check (otn is null or otn ~ '^[A-Z]\d{7}$'),
  constraint arrest_birth_country check (
    (birth_country_kind = 'self-reported' and birth_country_system is not null
      and birth_country_system in ('genc', 'ncic') and birth_country_code is not null)
    or (birth_country_kind in ('declined', 'not-asked') and birth_country_system is null and birth_country_code is null))
);
create unique index arrest_by_otn on police.arrest (otn) where otn is not null;
create index arrest_by_person on police.arrest (person_id);
create index arrest_by_time on police.arrest (arrested_at desc);
create index arrest_by_name on police.arrest (lower(last_name) text_pattern_ops, lower(first_name) text_pattern_ops);

-- What was stored at each version, without SSN, narrative, victims and witnesses, who lie in zones of their own.
create table police.arrest_version (
  arrest_id uuid not null constraint arrest_version_arrest_fk references police.arrest,
  version integer not null,
  kind text not null,
  content jsonb not null,
  -- What the custody clock needs of every version: no correction takes back an alarm that has passed.
  arrested_at timestamptz not null,
  basis text not null,
  -- Keyed hash of the whole report as given: the same intake number with the same content is the same arrest.
  content_hash text not null,
  reason text,
  made_by uuid not null constraint arrest_version_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint arrest_version_entry_fk references journal.entry,
  constraint arrest_version_pk primary key (arrest_id, version),
  constraint arrest_version_kind check (kind in ('drafted', 'sent', 'corrected'))
);
create index arrest_version_by_entry on police.arrest_version (entry_id);

-- Incidents and police charges belong to one version; the newest version's rows are the current ones.
create table police.arrest_incident (
  arrest_id uuid not null,
  version integer not null,
  dc_number text not null,
  entry_id uuid not null constraint arrest_incident_entry_fk references journal.entry,
  constraint arrest_incident_pk primary key (arrest_id, version, dc_number),
  constraint arrest_incident_version_fk foreign key (arrest_id, version) references police.arrest_version,
  constraint arrest_incident_dc_shape check (dc_number ~ '^\d{12}$')
);
create index arrest_incident_by_dc on police.arrest_incident (dc_number);
create table police.charge (
  police_charge_id uuid not null,
  arrest_id uuid not null,
  version integer not null,
  position integer not null,
  statute text not null,
  description text not null,
  grade text,
  counts integer not null,
  offense_on date not null,
  dc_number text not null,
  entry_id uuid not null constraint police_charge_entry_fk references journal.entry,
  constraint police_charge_pk primary key (police_charge_id, version),
  constraint police_charge_position unique (arrest_id, version, position),
  constraint police_charge_version_fk foreign key (arrest_id, version) references police.arrest_version,
  constraint police_charge_counts check (counts between 1 and 999)
);

create table police.hold (
  hold_id uuid not null constraint hold_pk primary key,
  arrest_id uuid not null constraint hold_arrest_fk references police.arrest,
  kind text not null,
  issuer text not null,
  reference text,
  made_by uuid not null constraint hold_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint hold_entry_fk references journal.entry,
  constraint hold_kind check (kind in ('probation-parole-detainer', 'bench-warrant', 'other-jurisdiction', 'judicial-warrant'))
);
create index hold_by_arrest on police.hold (arrest_id);
create table police.hold_lift (
  hold_id uuid not null constraint hold_lift_pk primary key constraint hold_lift_hold_fk references police.hold,
  reason text not null,
  made_by uuid not null constraint hold_lift_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint hold_lift_entry_fk references journal.entry
);

-- Leaving police custody takes three acts by at least two people: propose, confirm, acknowledge (B28).
create table police.departure (
  departure_id uuid not null constraint departure_pk primary key,
  arrest_id uuid not null constraint departure_arrest_fk references police.arrest,
  basis text not null,
  destination text not null,
  holds_checked_at timestamptz not null,
  -- Rule 519(B) only: the complaint is due within five days.
  complaint_due_at timestamptz,
  summons_no_danger boolean,
  summons_likely_to_appear boolean,
  made_by uuid not null constraint departure_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint departure_entry_fk references journal.entry,
  constraint departure_basis check (basis in ('charges-declined', 'no-probable-cause', 'bail-without-money', 'rule-519b',
    'commitment-for-bail', 'commitment-bail-refused', 'held-for-other-authority'))
);
create index departure_by_arrest on police.departure (arrest_id);
create table police.departure_confirmation (
  departure_id uuid not null constraint departure_confirmation_pk primary key
    constraint departure_confirmation_departure_fk references police.departure,
  made_by uuid not null constraint departure_confirmation_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint departure_confirmation_entry_fk references journal.entry
);
create table police.departure_withdrawal (
  departure_id uuid not null constraint departure_withdrawal_pk primary key
    constraint departure_withdrawal_departure_fk references police.departure,
  reason text not null,
  made_by uuid not null constraint departure_withdrawal_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint departure_withdrawal_entry_fk references journal.entry
);
create table police.departure_acknowledgment (
  departure_id uuid not null constraint departure_acknowledgment_pk primary key
    constraint departure_acknowledgment_departure_fk references police.departure,
  acknowledged_by_name text not null,
  left_at timestamptz not null,
  made_by uuid not null constraint departure_acknowledgment_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint departure_acknowledgment_entry_fk references journal.entry
);

-- Work table, no act: the arrests whose people are held, or out on a summons whose complaint is still due. The board finds them
-- here among all of the past. Triggers keep it from the acts; nothing is decided by it.
create table police.held (
  arrest_id uuid not null constraint held_pk primary key constraint held_arrest_fk references police.arrest
);

create table narrative.arrest_narrative (
  arrest_id uuid not null constraint arrest_narrative_arrest_fk references police.arrest,
  version integer not null,
  narrative text not null,
  entry_id uuid not null constraint arrest_narrative_entry_fk references journal.entry,
  constraint arrest_narrative_pk primary key (arrest_id, version)
);
create table victim.party (
  arrest_id uuid not null constraint party_arrest_fk references police.arrest,
  version integer not null,
  position integer not null,
  kind text not null,
  name text not null,
  contact text,
  entry_id uuid not null constraint party_entry_fk references journal.entry,
  constraint party_pk primary key (arrest_id, version, position),
  constraint party_kind check (kind in ('victim', 'witness', 'complainant'))
);
create table secret.ssn (
  arrest_id uuid not null constraint ssn_arrest_fk references police.arrest,
  version integer not null,
  ciphertext bytea not null,
  keyed_hash bytea not null,
  last_four text not null,
  entry_id uuid not null constraint ssn_entry_fk references journal.entry,
  constraint ssn_pk primary key (arrest_id, version),
  constraint ssn_last_four_shape check (last_four ~ '^\d{4}$')
);
create index ssn_by_keyed_hash on secret.ssn (keyed_hash);
