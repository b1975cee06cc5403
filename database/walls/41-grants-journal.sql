grant execute on function journal.append(text, jsonb, bytea, text[], bytea[], text[], uuid, uuid, timestamptz)
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper;

-- As-of needs the number of each entry, and nothing else of the journal.
grant select (number, entry_id) on journal.place
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin;
-- The history of one record: which acts, by whom, when.
grant select (entry_id, kind, party, made_at) on journal.entry to pars_police, pars_prosecutor, pars_court, pars_defense;
grant select on journal.arrest_entry to pars_police, pars_prosecutor, pars_court, pars_defense;
-- The board: what happened to which arrest, in journal order.
grant select (number, entry_id, batch_at) on journal.place to pars_board;
grant select (entry_id, kind, party, made_at) on journal.entry to pars_board;
grant select on journal.arrest_entry to pars_board;
-- The public log: leaves, hashes and signed heads, without the ids of entries.
grant select (number, leaf, leaf_hash) on journal.place to pars_portal;
grant select on journal.tile, journal.checkpoint to pars_portal;
grant select on journal.checkpoint
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_board;

grant select on journal.entry, journal.place, journal.content, journal.waiting, journal.head, journal.tile, journal.checkpoint
  to pars_sequencer;
grant insert on journal.place, journal.tile, journal.checkpoint to pars_sequencer;
grant delete on journal.waiting to pars_sequencer;
grant update (width, bytes) on journal.tile to pars_sequencer;
grant update (size, root, frontier, latest_at, batch_at) on journal.head to pars_sequencer;

-- Audit compares the journal with the tables: the keeper reads all of it and writes none.
grant select on journal.kind, journal.door, journal.kind_door, journal.entry, journal.place, journal.content, journal.arrest_entry,
  journal.waiting, journal.head, journal.tile, journal.checkpoint to pars_keeper;
