grant insert on police.person, police.arrest, police.arrest_version, police.arrest_incident, police.charge, police.hold,
  police.hold_lift, police.departure, police.departure_confirmation, police.departure_withdrawal,
  police.departure_acknowledgment, narrative.arrest_narrative, victim.party, secret.ssn to pars_police;
-- What was drafted, by whom, and the sender's own number stay as they were.
grant update (person_id, version, sent_at, arrested_at, place, district_code, booking_site, basis, warrant_number, otn, last_name,
  first_name, middle_name, suffix, born_on, sex, race, ethnicity, birth_country_kind, birth_country_system, birth_country_code,
  interpreter_language, photo_reference, domestic_violence, parents_notified_at, parents_notified_by, entry_id)
  on police.arrest to pars_police;

grant select on police.person, police.arrest, police.arrest_version, police.arrest_incident, police.charge, police.hold,
  police.hold_lift, police.departure, police.departure_confirmation, police.departure_withdrawal,
  police.departure_acknowledgment to pars_police, pars_prosecutor, pars_court, pars_defense, pars_keeper;

grant select on narrative.arrest_narrative, victim.party to pars_police, pars_prosecutor, pars_keeper;
-- The ciphertext comes back to nobody; screens show the last four, matching compares keyed hashes.
grant select (arrest_id, version, last_four, keyed_hash, entry_id) on secret.ssn to pars_police, pars_keeper;
