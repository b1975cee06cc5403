-- A docket begins when the court certifies and files a complaint (B18). Its number is the court's own.
create table court.docket (
  docket_id uuid not null constraint docket_pk primary key,
  docket_number text not null constraint docket_number_unique unique,
  complaint_id uuid not null constraint docket_complaint unique constraint docket_complaint_fk references prosecutor.complaint,
  arrest_id uuid not null constraint docket_arrest_fk references police.arrest,
  certified_by uuid not null constraint docket_certified_by_fk references staff.account,
  -- 'defender' lets the Defender Association see its client's record; null when nobody has appeared at filing.
  counsel text,
  filed_at timestamptz not null,
  entry_id uuid not null constraint docket_entry_fk references journal.entry,
  constraint docket_number_shape check (docket_number ~ '^MC-51-(CR|SU|MD)-\d{7}-\d{4}$')
);
create index docket_by_arrest on court.docket (arrest_id);
create table court.court_session (
  court_session_id uuid not null constraint court_session_pk primary key,
  room text not null,
  starts_at timestamptz not null,
  magistrate_id uuid constraint court_session_magistrate_fk references staff.account,
  made_by uuid not null constraint court_session_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint court_session_entry_fk references journal.entry,
  constraint court_session_once unique (room, starts_at)
);
create index court_session_by_time on court.court_session (starts_at desc);
create table court.listing (
  listing_id uuid not null constraint listing_pk primary key,
  court_session_id uuid not null constraint listing_session_fk references court.court_session,
  docket_id uuid not null constraint listing_docket_fk references court.docket,
  slot integer not null,
  made_by uuid not null constraint listing_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint listing_entry_fk references journal.entry,
  constraint listing_slot unique (court_session_id, slot),
  constraint listing_slot_range check (slot between 1 and 200)
);
create index listing_by_docket on court.listing (docket_id);
create table court.not_produced (
  listing_id uuid not null constraint not_produced_pk primary key constraint not_produced_listing_fk references court.listing,
  reason text not null,
  note text,
  made_by uuid not null constraint not_produced_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint not_produced_entry_fk references journal.entry
);
create table court.arraignment (
  docket_id uuid not null constraint arraignment_pk primary key constraint arraignment_docket_fk references court.docket,
  listing_id uuid not null constraint arraignment_listing_fk references court.listing,
  held_at timestamptz not null,
  mode text not null,
  checklist text[] not null,
  probable_cause text not null,
  interpreter_language text,
  interpreter_present boolean,
  prosecutor_name text,
  defense_name text,
  next_hearing text,
  next_at timestamptz,
  next_room text,
  made_by uuid not null constraint arraignment_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint arraignment_entry_fk references journal.entry,
  constraint arraignment_mode check (mode in ('video', 'in-person')),
  constraint arraignment_probable_cause check (probable_cause in ('found', 'not-found', 'warrant')),
  -- Nobody is held past arraignment without probable cause (B19): a discharge has no next hearing, everything else has one.
  constraint arraignment_next check ((probable_cause = 'not-found') = (next_at is null) and (next_at is null) = (next_room is null))
);
-- Four facts about bail, each in the zone of whose it is: the request, the defense request, the guideline, the order.
create table court.bail_guideline (
  docket_id uuid not null constraint bail_guideline_docket_fk references court.docket,
  types text[] not null,
  amount_cents bigint,
  deposit_percent integer,
  note text,
  made_by uuid not null constraint bail_guideline_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint bail_guideline_entry_fk references journal.entry,
  constraint bail_guideline_pk primary key (entry_id)
);
create index bail_guideline_by_docket on court.bail_guideline (docket_id);
create table court.bail_order (
  docket_id uuid not null constraint bail_order_pk primary key constraint bail_order_arraignment_fk references court.arraignment,
  kind text not null,
  types text[] not null,
  amount_cents bigint,
  deposit_percent integer,
  reasons text[] not null,
  reason_note text,
  ability_to_pay_considered boolean,
  ability_to_pay_note text,
  danger_found boolean,
  made_by uuid not null constraint bail_order_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint bail_order_entry_fk references journal.entry,
  constraint bail_order_kind check (kind in ('set', 'refused')),
  constraint bail_order_refusal_has_reasons check (kind <> 'refused' or (cardinality(reasons) > 0 and cardinality(types) = 0 and amount_cents is null)),
  -- A check that is null passes, hence the coalesce. Money bail of 0 is odd, real and accepted.
  constraint bail_order_money check (not ('monetary' = any (types))
    or coalesce(amount_cents >= 0 and ability_to_pay_considered and deposit_percent is not null, false)),
  constraint bail_order_deposit check (deposit_percent is null or deposit_percent between 1 and 10 or deposit_percent = 100)
);
-- Conditions are free text and may name a victim (stay away from …).
create table narrative.bail_condition (
  docket_id uuid not null constraint bail_condition_order_fk references court.bail_order,
  position integer not null,
  kind text not null,
  condition text not null,
  entry_id uuid not null constraint bail_condition_entry_fk references journal.entry,
  constraint bail_condition_pk primary key (docket_id, position)
);
create table prosecutor.bail_request (
  docket_id uuid not null constraint bail_request_docket_fk references court.docket,
  types text[] not null,
  amount_cents bigint,
  deposit_percent integer,
  note text,
  made_by uuid not null constraint bail_request_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint bail_request_entry_fk references journal.entry,
  constraint bail_request_pk primary key (entry_id)
);
create index bail_request_by_docket on prosecutor.bail_request (docket_id);
create table defense.bail_request (
  docket_id uuid not null constraint defense_bail_request_docket_fk references court.docket,
  types text[] not null,
  amount_cents bigint,
  deposit_percent integer,
  note text,
  made_by uuid not null constraint defense_bail_request_made_by_fk references staff.account,
  made_at timestamptz not null,
  entry_id uuid not null constraint defense_bail_request_entry_fk references journal.entry,
  constraint defense_bail_request_pk primary key (entry_id)
);
create index defense_bail_request_by_docket on defense.bail_request (docket_id);
