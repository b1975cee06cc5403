create schema agreement;  -- terms as data, who voted on them, what is in force
-- The register of keys that seats vote with. The first key of each seat comes from the genesis ceremony.
create table agreement.seat_key (
  key_id text not null constraint seat_key_pk primary key,
  seat text not null,
  algorithm text not null,
  public_key bytea not null,
  holder text not null,
  genesis boolean not null,
  made_by uuid not null constraint seat_key_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint seat_key_entry_fk references journal.entry,
  constraint seat_key_of_seat unique (key_id, seat),
  constraint seat_key_seat check (seat in ('police', 'prosecutor', 'court')),
  constraint seat_key_algorithm check (algorithm in ('ed25519', 'es256', 'ed25519-passkey'))
);
create unique index seat_key_genesis on agreement.seat_key (seat) where genesis;
create table agreement.seat_key_end (
  key_id text not null constraint seat_key_end_pk primary key constraint seat_key_end_key_fk references agreement.seat_key,
  seat text not null,
  reason text not null,
  made_by uuid not null constraint seat_key_end_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint seat_key_end_entry_fk references journal.entry,
  constraint seat_key_end_of_seat foreign key (key_id, seat) references agreement.seat_key (key_id, seat)
);
create table agreement.agreement (
  agreement_id uuid not null constraint agreement_pk primary key,
  code text not null constraint agreement_code unique,
  partner_id uuid not null constraint agreement_partner_fk references partner.partner,
  made_by uuid not null constraint agreement_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint agreement_entry_fk references journal.entry,
  constraint agreement_code_shape check (code ~ '^[a-z0-9][a-z0-9-]{2,39}$')
);
-- Terms and the SQL that they compile to, as texts whose hashes ballots sign. Nothing here is ever changed.
create table agreement.version (
  agreement_id uuid not null constraint version_agreement_fk references agreement.agreement,
  version integer not null,
  terms text not null,
  terms_hash bytea not null,
  sql text not null,
  sql_hash bytea not null,
  prose text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  door name not null constraint version_door unique,
  seat text not null,
  made_by uuid not null constraint version_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint version_entry_fk references journal.entry,
  constraint version_pk primary key (agreement_id, version),
  constraint version_hashed unique (agreement_id, version, terms_hash, sql_hash),
  constraint version_terms_hash check (terms_hash = sha256(convert_to(terms, 'UTF8'))),
  constraint version_sql_hash check (sql_hash = sha256(convert_to(sql, 'UTF8'))),
  constraint version_range check (ends_at > starts_at),
  constraint version_number check (version >= 1),
  constraint version_door_shape check (door::text ~ '^agr_[0-9a-f]{12}$')
);
create table agreement.resolution (
  resolution_id uuid not null constraint resolution_pk primary key,
  code text not null constraint resolution_code unique,
  agreement_id uuid not null,
  version integer not null,
  terms_hash bytea not null,
  sql_hash bytea not null,
  action text not null,
  seat text not null,
  reason text not null,
  closes_at timestamptz not null,
  made_by uuid not null constraint resolution_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint resolution_entry_fk references journal.entry,
  -- What is voted on is this text and no other.
  constraint resolution_version_fk foreign key (agreement_id, version, terms_hash, sql_hash)
    references agreement.version (agreement_id, version, terms_hash, sql_hash),
  constraint resolution_for_ballots unique (resolution_id, agreement_id, version, terms_hash, sql_hash, action),
  constraint resolution_action check (action in ('adopt', 'renew', 'amend', 'suspend', 'resume', 'terminate')),
  constraint resolution_seat check (seat in ('police', 'prosecutor', 'court')),
  constraint resolution_closes check (closes_at > made_at)
);
create index resolution_by_agreement on agreement.resolution (agreement_id);
create table agreement.ballot (
  ballot_id uuid not null constraint ballot_pk primary key,
  resolution_id uuid not null,
  agreement_id uuid not null,
  version integer not null,
  terms_hash bytea not null,
  sql_hash bytea not null,
  action text not null,
  seat text not null,
  choice text not null,
  reason text not null,
  on_authority_of text not null,
  -- The canonical statement that was signed, and for a passkey what its authenticator signed over it.
  statement text not null,
  statement_hash bytea not null,
  key_id text not null,
  signature bytea not null,
  authenticator_data bytea,
  client_data text,
  made_by uuid not null constraint ballot_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint ballot_entry_fk references journal.entry,
  constraint ballot_resolution_fk foreign key (resolution_id, agreement_id, version, terms_hash, sql_hash, action)
    references agreement.resolution (resolution_id, agreement_id, version, terms_hash, sql_hash, action),
  constraint ballot_key_fk foreign key (key_id, seat) references agreement.seat_key (key_id, seat),
  -- A seat votes once on a resolution: whoever thinks again opens another.
  constraint ballot_once unique (resolution_id, seat),
  constraint ballot_counted unique (ballot_id, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat, choice),
  constraint ballot_seat check (seat in ('police', 'prosecutor', 'court')),
  constraint ballot_choice check (choice in ('for', 'against', 'abstain')),
  constraint ballot_statement_hash check (statement_hash = sha256(convert_to(statement, 'UTF8'))),
  constraint ballot_passkey check ((authenticator_data is null) = (client_data is null))
);
create table agreement.acceptance (
  acceptance_id uuid not null constraint acceptance_pk primary key,
  resolution_id uuid not null constraint acceptance_once unique,
  agreement_id uuid not null,
  version integer not null,
  terms_hash bytea not null,
  sql_hash bytea not null,
  action text not null,
  decision text not null,
  term text,
  reason text,
  statement text not null,
  statement_hash bytea not null,
  key_id text not null constraint acceptance_key_fk references partner.signing_key,
  signature bytea not null,
  officer text not null,
  made_at timestamptz not null,
  entry_id uuid not null constraint acceptance_entry_fk references journal.entry,
  constraint acceptance_resolution_fk foreign key (resolution_id, agreement_id, version, terms_hash, sql_hash, action)
    references agreement.resolution (resolution_id, agreement_id, version, terms_hash, sql_hash, action),
  constraint acceptance_counted unique (acceptance_id, resolution_id, agreement_id, version, terms_hash, sql_hash, decision),
  constraint acceptance_decision check (decision in ('accepted', 'rejected')),
  constraint acceptance_statement_hash check (statement_hash = sha256(convert_to(statement, 'UTF8')))
);
-- In force only as two ballots of different seats for exactly these texts say, and the partner's acceptance of the same.
create table agreement.activation (
  resolution_id uuid not null constraint activation_pk primary key,
  agreement_id uuid not null,
  version integer not null,
  terms_hash bytea not null,
  sql_hash bytea not null,
  action text not null,
  choice text not null,
  ballot_one uuid not null,
  seat_one text not null,
  ballot_two uuid not null,
  seat_two text not null,
  acceptance_id uuid,
  decision text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  made_at timestamptz not null,
  entry_id uuid not null constraint activation_entry_fk references journal.entry,
  constraint activation_two_seats check (seat_one < seat_two),
  constraint activation_choice check (choice = 'for'),
  constraint activation_action check (action in ('adopt', 'renew', 'amend')),
  constraint activation_ballot_one_fk
    foreign key (ballot_one, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat_one, choice)
    references agreement.ballot (ballot_id, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat, choice),
  constraint activation_ballot_two_fk
    foreign key (ballot_two, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat_two, choice)
    references agreement.ballot (ballot_id, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat, choice),
  -- Adopting, renewing and widening need the partner. A narrowing follows the agreement's own notice clause and names none: see walls 69.
  constraint activation_acceptance_fk foreign key (acceptance_id, resolution_id, agreement_id, version, terms_hash, sql_hash, decision)
    references agreement.acceptance (acceptance_id, resolution_id, agreement_id, version, terms_hash, sql_hash, decision),
  constraint activation_accepted check ((acceptance_id is null) = (decision is null) and coalesce(decision = 'accepted', action = 'amend'))
);
create index activation_by_agreement on agreement.activation (agreement_id, version);
-- A suspension, resumption or termination that two seats voted; or one seat's emergency stop where the terms provide it.
create table agreement.halt (
  halt_id uuid not null constraint halt_pk primary key,
  agreement_id uuid not null constraint halt_agreement_fk references agreement.agreement,
  kind text not null,
  resolution_id uuid constraint halt_resolution unique,
  action text,
  choice text,
  version integer,
  terms_hash bytea,
  sql_hash bytea,
  ballot_one uuid,
  seat_one text,
  ballot_two uuid,
  seat_two text,
  -- The seat of an emergency stop; it is void after these days unless two confirm.
  seat text,
  reason text not null,
  effective_at timestamptz not null,
  void_at timestamptz,
  made_at timestamptz not null,
  entry_id uuid not null constraint halt_entry_fk references journal.entry,
  constraint halt_kind check (kind in ('suspended', 'resumed', 'terminated', 'emergency-stopped', 'emergency-void', 'obligation-overdue', 'expired')),
  constraint halt_two_seats check (kind not in ('suspended', 'resumed', 'terminated') or coalesce(seat_one < seat_two and choice = 'for', false)),
  constraint halt_emergency check ((kind = 'emergency-stopped') = (seat is not null and void_at is not null)),
  constraint halt_ballot_one_fk
    foreign key (ballot_one, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat_one, choice)
    references agreement.ballot (ballot_id, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat, choice),
  constraint halt_ballot_two_fk
    foreign key (ballot_two, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat_two, choice)
    references agreement.ballot (ballot_id, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat, choice)
);
create index halt_by_agreement on agreement.halt (agreement_id, effective_at);
create table agreement.notice (
  notice_id uuid not null constraint notice_pk primary key,
  agreement_id uuid not null constraint notice_agreement_fk references agreement.agreement,
  kind text not null,
  -- A seat, or the partner.
  served_by text not null,
  officer text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  released boolean not null,
  reply_due_at timestamptz,
  replies_to uuid constraint notice_replies_fk references agreement.notice,
  served_at timestamptz not null,
  made_by uuid constraint notice_made_by_fk references staff.account,
  entry_id uuid not null constraint notice_entry_fk references journal.entry,
  constraint notice_kind check (kind in ('non-renewal', 'termination', 'narrowing', 'breach', 'emergency-stop', 'request', 'reply',
    'letter', 'meeting', 'withdrawal')),
  constraint notice_served_by check (served_by in ('police', 'prosecutor', 'court', 'partner'))
);
create index notice_by_agreement on agreement.notice (agreement_id, served_at);
create table agreement.consultation (
  consultation_id uuid not null constraint consultation_pk primary key,
  resolution_id uuid not null constraint consultation_resolution_fk references agreement.resolution,
  heard text not null,
  said text not null,
  heard_on date not null,
  seat text not null,
  made_by uuid not null constraint consultation_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint consultation_entry_fk references journal.entry
);
-- A law that binds named seats, dated, as data. None is built in, and PARS decides nothing by it but who must have signed off.
create table agreement.legal_constraint (
  constraint_id uuid not null constraint legal_constraint_pk primary key,
  citation text not null,
  text text not null,
  binds text[] not null,
  effective_from date not null,
  effective_to date,
  seat text not null,
  made_by uuid not null constraint legal_constraint_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint legal_constraint_entry_fk references journal.entry,
  constraint legal_constraint_binds check (cardinality(binds) > 0 and binds <@ array['police', 'prosecutor', 'court'])
);
create table agreement.counsel_sign_off (
  sign_off_id uuid not null constraint counsel_sign_off_pk primary key,
  resolution_id uuid not null constraint counsel_sign_off_resolution_fk references agreement.resolution,
  constraint_id uuid not null constraint counsel_sign_off_constraint_fk references agreement.legal_constraint,
  counsel text not null,
  opinion text not null,
  seat text not null,
  made_by uuid not null constraint counsel_sign_off_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint counsel_sign_off_entry_fk references journal.entry,
  constraint counsel_sign_off_once unique (resolution_id, constraint_id, seat)
);
-- A duty with its date, made from the terms at activation; met by the partner, missed by the calendar.
create table agreement.obligation (
  obligation_id uuid not null constraint obligation_pk primary key,
  agreement_id uuid not null constraint obligation_agreement_fk references agreement.agreement,
  version integer not null,
  code text not null,
  -- The last day of the period that it is about, or the day of what calls for it. A version that is superseded by then owes it no more.
  arises_on date not null,
  due_on date not null,
  suspends boolean not null,
  constraint obligation_once unique (agreement_id, version, code, due_on),
  constraint obligation_due check (due_on >= arises_on)
);
create table agreement.fulfilment (
  obligation_id uuid not null constraint fulfilment_pk primary key constraint fulfilment_obligation_fk references agreement.obligation,
  evidence text not null,
  document_hash bytea,
  officer text not null,
  fulfilled_at timestamptz not null,
  entry_id uuid not null constraint fulfilment_entry_fk references journal.entry
);
create table agreement.missed_obligation (
  obligation_id uuid not null constraint missed_obligation_pk primary key
    constraint missed_obligation_obligation_fk references agreement.obligation,
  found_at timestamptz not null,
  entry_id uuid not null constraint missed_obligation_entry_fk references journal.entry
);
-- A resolution that closed without two ballots for it: silence lapses.
create table agreement.lapse (
  resolution_id uuid not null constraint lapse_pk primary key constraint lapse_resolution_fk references agreement.resolution,
  made_at timestamptz not null,
  entry_id uuid not null constraint lapse_entry_fk references journal.entry
);
-- What the journal last said the walls are: looked up at each start and hourly among millions of other entries.
create index entry_of_walls on journal.entry (made_at desc) where kind in ('agreement.activated', 'walls.changed');
