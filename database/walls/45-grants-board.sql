-- Exactly what the live board shows, by column, whoever of the three custodians looks at it: no notes, no reasons of the
-- prosecutor, no free text, no birth country.
grant select (arrest_id, intake_number, person_id, version, drafted_by, drafted_at, sent_at, arrested_at, district_code,
  booking_site, basis, otn, last_name, first_name, middle_name, suffix, born_on, sex, interpreter_language, domestic_violence,
  parents_notified_at, entry_id) on police.arrest to pars_board;
grant select on police.charge, police.arrest_incident to pars_board;
grant select (arrest_id, version, kind, arrested_at, basis, made_at, entry_id) on police.arrest_version to pars_board;
grant select (hold_id, arrest_id, kind, made_at, entry_id) on police.hold to pars_board;
grant select (hold_id, made_at, entry_id) on police.hold_lift to pars_board;
grant select (departure_id, arrest_id, basis, destination, holds_checked_at, complaint_due_at, made_by, made_at, entry_id)
  on police.departure to pars_board;
grant select (departure_id, made_by, made_at, entry_id) on police.departure_confirmation, police.departure_withdrawal to pars_board;
grant select (departure_id, left_at, made_at, entry_id) on police.departure_acknowledgment to pars_board;

grant select on prosecutor.charging_taken, prosecutor.charging_decision, prosecutor.charge, prosecutor.complaint_charge
  to pars_board;
grant select (arrest_id, arrest_version, reason, made_at, entry_id) on prosecutor.sent_back to pars_board;
grant select (arrest_id, police_charge_id, entry_id) on prosecutor.declined_charge to pars_board;
grant select (complaint_id, arrest_id, process_requested, made_at, entry_id) on prosecutor.complaint to pars_board;
grant select (docket_id, made_at, entry_id) on prosecutor.bail_request to pars_board;

grant select on court.docket, court.court_session, court.listing to pars_board;
grant select (listing_id, reason, made_at, entry_id) on court.not_produced to pars_board;
grant select (docket_id, listing_id, held_at, mode, probable_cause, interpreter_language, next_hearing, next_at, next_room,
  made_at, entry_id) on court.arraignment to pars_board;
grant select (docket_id, made_at, entry_id) on court.bail_guideline to pars_board;
grant select (docket_id, kind, types, amount_cents, deposit_percent, made_at, entry_id) on court.bail_order to pars_board;
-- The words of an order say whether it has conditions, never which.
grant select (docket_id) on narrative.bail_condition to pars_board;
-- Whom to look at; the desks of the three custodians begin there too.
grant select on police.held to pars_board, pars_police, pars_prosecutor, pars_court, pars_keeper;
