create table prosecutor.charging_taken (
  arrest_id uuid not null constraint charging_taken_arrest_fk references police.arrest,
  taken_by uuid not null constraint charging_taken_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint charging_taken_entry_fk references journal.entry,
  constraint charging_taken_pk primary key (entry_id)
);
create index charging_taken_by_arrest on prosecutor.charging_taken (arrest_id);
create table prosecutor.sent_back (
  arrest_id uuid not null constraint sent_back_arrest_fk references police.arrest,
  arrest_version integer not null,
  reason text not null,
  note text,
  made_by uuid not null constraint sent_back_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint sent_back_entry_fk references journal.entry,
  constraint sent_back_pk primary key (entry_id)
);
create index sent_back_by_arrest on prosecutor.sent_back (arrest_id);
-- One charging decision per arrest; its charges keep their lineage to what police recommended (B16).
create table prosecutor.charging_decision (
  arrest_id uuid not null constraint charging_decision_pk primary key constraint charging_decision_arrest_fk references police.arrest,
  arrest_version integer not null,
  made_by uuid not null constraint charging_decision_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint charging_decision_entry_fk references journal.entry
);
create table prosecutor.charge (
  charge_id uuid not null constraint charge_pk primary key,
  arrest_id uuid not null constraint charge_decision_fk references prosecutor.charging_decision,
  position integer not null,
  police_charge_id uuid,
  origin text not null,
  statute text not null,
  description text not null,
  grade text,
  counts integer not null,
  offense_on date not null,
  dc_number text not null,
  entry_id uuid not null constraint charge_entry_fk references journal.entry,
  constraint charge_position unique (arrest_id, position),
  constraint charge_origin check (origin in ('approved', 'modified', 'added')),
  constraint charge_lineage check ((origin = 'added') = (police_charge_id is null))
);
create table prosecutor.declined_charge (
  arrest_id uuid not null constraint declined_charge_decision_fk references prosecutor.charging_decision,
  police_charge_id uuid not null,
  reason text not null,
  note text,
  entry_id uuid not null constraint declined_charge_entry_fk references journal.entry,
  constraint declined_charge_pk primary key (arrest_id, police_charge_id)
);
create table prosecutor.complaint (
  complaint_id uuid not null constraint complaint_pk primary key,
  arrest_id uuid not null constraint complaint_arrest_fk references police.arrest,
  affiant text not null,
  affiant_agency text not null,
  offense_date_text text not null,
  offense_place text not null,
  peace_and_dignity boolean not null,
  lab_services boolean not null,
  fingerprinted boolean not null,
  process_requested text not null,
  verified_at timestamptz not null,
  approved_by uuid not null constraint complaint_approved_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint complaint_entry_fk references journal.entry
);
create index complaint_by_arrest on prosecutor.complaint (arrest_id);
create table prosecutor.complaint_charge (
  charge_id uuid not null constraint complaint_charge_pk primary key constraint complaint_charge_charge_fk references prosecutor.charge,
  complaint_id uuid not null constraint complaint_charge_complaint_fk references prosecutor.complaint,
  position integer not null,
  entry_id uuid not null constraint complaint_charge_entry_fk references journal.entry,
  constraint complaint_charge_position unique (complaint_id, position)
);
create table narrative.complaint_facts (
  complaint_id uuid not null constraint complaint_facts_pk primary key constraint complaint_facts_complaint_fk references prosecutor.complaint,
  facts text not null,
  entry_id uuid not null constraint complaint_facts_entry_fk references journal.entry
);
