create schema partner;   -- outside agencies, their units, officers and keys: on whose word
create table partner.partner (
  partner_id uuid not null constraint partner_pk primary key,
  code text not null constraint partner_code unique,
  name text not null,
  ori text,
  -- Its own login role, from registration to closeout: it accepts, certifies, reads its own history, and asks to be refused.
  door name not null constraint partner_door unique,
  made_by uuid not null constraint partner_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint partner_entry_fk references journal.entry,
  constraint partner_code_shape check (code ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  constraint partner_door_shape check (door::text ~ '^ptn_[0-9a-f]{12}$')
);
-- PARS infers no status: somebody decided it, on a citation (B14).
create table partner.unit (
  unit_id uuid not null constraint unit_pk primary key,
  partner_id uuid not null constraint unit_partner_fk references partner.partner,
  code text not null constraint unit_code unique,
  name text not null,
  function text not null,
  criminal_justice boolean not null,
  decided_by text not null,
  citation text not null,
  made_by uuid not null constraint unit_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint unit_entry_fk references journal.entry,
  constraint unit_code_shape check (code ~ '^[a-z0-9][a-z0-9-]{2,39}$')
);
create index unit_by_partner on partner.unit (partner_id);
create table partner.officer (
  officer_id uuid not null constraint officer_pk primary key,
  unit_id uuid not null constraint officer_unit_fk references partner.unit,
  issuer text not null,
  subject text not null,
  display_name text not null,
  coordinator boolean not null,
  certified_until timestamptz not null,
  made_by uuid not null constraint officer_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint officer_entry_fk references journal.entry,
  constraint officer_subject unique (issuer, subject)
);
create index officer_by_unit on partner.officer (unit_id);
create table partner.signing_key (
  key_id text not null constraint signing_key_pk primary key,
  unit_id uuid not null constraint signing_key_unit_fk references partner.unit,
  public_key bytea not null,
  made_by uuid not null constraint signing_key_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint signing_key_entry_fk references journal.entry,
  constraint signing_key_length check (octet_length(public_key) = 32)
);
-- One switch stops a unit, an officer or a key on every path, at once; the newest row counts.
create table partner.switch (
  subject_kind text not null,
  subject_id text not null,
  stopped boolean not null,
  reason text not null,
  seat text not null,
  made_by uuid not null constraint switch_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint switch_entry_fk references journal.entry,
  constraint switch_pk primary key (entry_id),
  constraint switch_kind check (subject_kind in ('unit', 'officer', 'key')),
  constraint switch_seat check (seat in ('police', 'prosecutor', 'court'))
);
create index switch_by_subject on partner.switch (subject_kind, subject_id, made_at desc);
-- A case that the partner registered beforehand under its signature: the second of the three tests of a purpose.
create table partner.case_registration (
  registration_id uuid not null constraint case_registration_pk primary key,
  unit_id uuid not null constraint case_registration_unit_fk references partner.unit,
  kind text not null,
  value text not null,
  purpose text not null,
  statement text not null,
  key_id text not null constraint case_registration_key_fk references partner.signing_key,
  signature bytea not null,
  registered_at timestamptz not null,
  ends_at timestamptz not null,
  entry_id uuid not null constraint case_registration_entry_fk references journal.entry,
  constraint case_registration_kind check (kind in ('incident', 'docket', 'warrant', 'case'))
);
create index case_registration_by_value on partner.case_registration (unit_id, kind, value);
-- Sign-ins of partners' officers; they end with the officer's certificate, the unit's switch and every agreement's end.
create table partner.sign_in (
  token_hash bytea not null constraint partner_sign_in_pk primary key,
  officer_id uuid not null constraint partner_sign_in_officer_fk references partner.officer,
  made_at timestamptz not null,
  -- By the clock of authority: an agreement that ends or stops after it ends the sign-in.
  signed_in_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  constraint partner_sign_in_hash_length check (octet_length(token_hash) = 32)
);
-- Signed requests that are no inquiries, each once. Kept longer than a signature counts, and no longer.
create table partner.used_nonce (
  door name not null,
  nonce text not null,
  used_at timestamptz not null,
  constraint used_nonce_pk primary key (door, nonce)
);
create index used_nonce_by_time on partner.used_nonce (used_at);
