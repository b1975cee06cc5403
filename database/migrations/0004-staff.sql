-- Issuer and subject of the identity provider, mapped to one seat and role. Only the seat's own door writes its people.
create table staff.account (
  account_id uuid not null constraint account_pk primary key,
  issuer text not null,
  subject text not null,
  display_name text not null,
  party text not null,
  role text not null,
  kind text not null,
  badge text,
  organization text,
  ended_at timestamptz,
  version integer not null,
  entry_id uuid not null constraint account_entry_fk references journal.entry,
  constraint account_subject unique (issuer, subject),
  constraint account_party check (party in ('police', 'prosecutor', 'court', 'defense', 'system')),
  constraint account_kind check (kind in ('person', 'system'))
);
create table staff.account_version (
  account_id uuid not null constraint account_version_account_fk references staff.account,
  version integer not null,
  content jsonb not null,
  entry_id uuid not null constraint account_version_entry_fk references journal.entry,
  constraint account_version_pk primary key (account_id, version)
);
alter table common.sign_in add constraint sign_in_account_fk foreign key (account_id) references staff.account;
alter table common.idempotency add constraint idempotency_account_fk foreign key (account_id) references staff.account;
