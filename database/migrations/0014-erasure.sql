-- Orders about a record: expunge, limit, seal, and take back the last two. An order is written here once, confirmed by a second person of the court, and carried
-- out by a function of the walls and by nothing else. No row here holds what somebody typed about the person.
create table court.record_order (
  order_id uuid not null constraint record_order_pk primary key,
  -- The court's own number of the order, which is not that of the case.
  order_number text not null,
  ordered_on date not null,
  judge text not null,
  act text not null,
  ground text not null,
  -- Stays when the arrest is gone: an id without meaning, by which its tombstone is found.
  arrest_id uuid not null,
  -- Charges of prosecutor or police; null where the order is about the whole case.
  charges uuid[],
  -- A seal only: who of the others the order lets read on.
  readers text[] not null,
  made_by uuid not null constraint record_order_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint record_order_entry_fk references journal.entry,
  constraint record_order_once unique (order_number, arrest_id),
  constraint record_order_act check (act in ('expunge', 'limit', 'seal', 'lift-limit', 'unseal')),
  constraint record_order_charges check (charges is null or cardinality(charges) > 0),
  constraint record_order_whole check (act not in ('seal', 'lift-limit', 'unseal') or charges is null),
  constraint record_order_readers check (readers <@ array['police', 'prosecutor', 'defense'] and (act = 'seal' or readers = '{}'))
);
create index record_order_by_arrest on court.record_order (arrest_id);
create table court.record_order_check (
  order_id uuid not null constraint record_order_check_pk primary key constraint record_order_check_order_fk references court.record_order,
  decision text not null,
  reason text,
  made_by uuid not null constraint record_order_check_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint record_order_check_entry_fk references journal.entry,
  constraint record_order_check_decision check (decision in ('verified', 'rejected') and (decision = 'rejected') = (reason is not null))
);
create table court.record_order_done (
  order_id uuid not null constraint record_order_done_pk primary key constraint record_order_done_order_fk references court.record_order,
  -- How much of the journal's content and of the tables was destroyed; nothing but by an expungement.
  slots integer not null,
  rows integer not null,
  papers integer not null,
  made_by uuid not null constraint record_order_done_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint record_order_done_entry_fk references journal.entry
);
-- What became of a record, by an order or because a restored backup brought back what an order had ended.
create table court.tombstone (
  arrest_id uuid not null constraint tombstone_pk primary key,
  -- Keyed hash of the number under which police sent it: a retry of the report does not make the record anew.
  intake_mac bytea not null,
  made_at timestamptz not null,
  entry_id uuid not null constraint tombstone_entry_fk references journal.entry
);
create index tombstone_by_intake on court.tombstone (intake_mac);
create table court.limited_record (
  arrest_id uuid not null constraint limited_record_pk primary key,
  made_at timestamptz not null,
  entry_id uuid not null constraint limited_record_entry_fk references journal.entry
);
create table court.sealed_record (
  arrest_id uuid not null constraint sealed_record_pk primary key,
  readers text[] not null,
  made_at timestamptz not null,
  entry_id uuid not null constraint sealed_record_entry_fk references journal.entry
);
-- Keeps what a court may need from being destroyed, whatever an order says.
create table court.litigation_hold (
  hold_id uuid not null constraint litigation_hold_pk primary key,
  arrest_id uuid not null,
  matter text not null,
  reason text not null,
  seat text not null,
  made_by uuid not null constraint litigation_hold_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint litigation_hold_entry_fk references journal.entry,
  constraint litigation_hold_seat check (seat in ('police', 'prosecutor', 'court'))
);
create index litigation_hold_by_arrest on court.litigation_hold (arrest_id);
create table court.litigation_hold_end (
  hold_id uuid not null constraint litigation_hold_end_pk primary key
    constraint litigation_hold_end_hold_fk references court.litigation_hold,
  seat text not null,
  reason text not null,
  made_by uuid not null constraint litigation_hold_end_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint litigation_hold_end_entry_fk references journal.entry
);
-- Who was given a record that was erased, limited, sealed or corrected since: told by a letter of its agreement, which it answers. And
-- who was told so, and is told that the record is open again: that letter needs no answer.
create table court.recipient (
  notice_id uuid not null constraint recipient_pk primary key constraint recipient_notice_fk references agreement.notice,
  cause text not null,
  -- The entry by which the order came in, or of the correction.
  cause_entry_id uuid not null constraint recipient_cause_fk references journal.entry,
  -- Numbers of the inquiries by which the partner got it; the partner finds them in its own history.
  inquiries bigint[] not null,
  due_at timestamptz,
  entry_id uuid not null constraint recipient_entry_fk references journal.entry,
  constraint recipient_cause check (cause in ('expunge', 'limit', 'seal', 'lift-limit', 'unseal', 'correct')),
  constraint recipient_due check ((due_at is null) = (cause in ('lift-limit', 'unseal')))
);
create index recipient_by_cause on court.recipient (cause_entry_id);
-- Marks the one transaction in which rows are redacted in place: see journal.require_entry.
create table court.erasing (
  xid xid8 not null constraint erasing_pk primary key
);
-- What the keeper must still clear from the files, table by table.
create table court.to_vacuum (
  table_name text not null constraint to_vacuum_pk primary key,
  asked_at timestamptz not null
);
alter table disclosure.record add column limited boolean not null default false;
create index entry_of_searches on journal.entry (made_at) where kind in ('record.searched', 'record.redacted');
-- Of an entry of which something was destroyed: the commitments of all its slots, so that those that are left can still be opened.
alter table journal.content add column commitments bytea[];
