-- Schemas: a door sees the names of a zone only where it may read or write in it.
grant usage on schema pars, journal
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board, pars_portal, pars_sequencer;
grant usage on schema common
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board;
grant usage on schema staff
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board;
grant usage on schema police, prosecutor, court
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_keeper, pars_board;
grant usage on schema defense to pars_police, pars_prosecutor, pars_court, pars_defense, pars_keeper;
grant usage on schema narrative to pars_police, pars_prosecutor, pars_court, pars_defense, pars_keeper, pars_board;
grant usage on schema victim to pars_police, pars_prosecutor, pars_keeper;
grant usage on schema secret to pars_police, pars_keeper;

-- What this database is, and its clock.
grant select on pars.creation, pars.migration, pars.wall
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board, pars_portal, pars_sequencer;
grant select on pars.clock to pars_keeper;
grant execute on function pars.instant()
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board, pars_portal, pars_sequencer;
grant execute on function pars.set_clock(timestamptz, double precision, timestamptz) to pars_keeper;

-- Reference data.
grant select on common.district, common.room, common.statute, common.grade, common.alarm
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_keeper, pars_board;
grant insert on common.district, common.alarm to pars_police;
grant insert on common.room, common.statute, common.grade to pars_court;
-- A row that stood open may be given its end, with a new entry; nothing else of it ever changes.
grant update (valid_to, entry_id) on common.district, common.alarm to pars_police;
grant update (valid_to, entry_id) on common.room, common.statute, common.grade to pars_court;

-- Sign-ins belong to one door; a stolen row is a hash.
grant select, insert, update (last_seen_at, ended_at) on common.sign_in to pars_signin;
-- Answers kept for retries; row policies show each door its own.
grant select, insert on common.idempotency to pars_police, pars_prosecutor, pars_court, pars_defense, pars_keeper;

-- People. Row policies let a seat write its own people only.
grant select on staff.account to pars_police, pars_prosecutor, pars_court, pars_signin, pars_keeper;
grant select (account_id, display_name, party, role) on staff.account to pars_defense, pars_board;
grant insert, update (display_name, role, badge, organization, ended_at, version, entry_id) on staff.account
  to pars_police, pars_prosecutor, pars_court;
grant select, insert on staff.account_version to pars_police, pars_prosecutor, pars_court;
grant select on staff.account_version to pars_keeper;
