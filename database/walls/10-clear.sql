-- The walls are laid anew in one transaction: whatever the following files do not grant is not granted.
revoke all on schema pars, journal, common, staff, police, prosecutor, court, defense, narrative, victim, secret,
    disclosure, partner, agreement, inquiry
  from public, pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board, pars_portal,
    pars_sequencer;
revoke all on all tables in schema
  pars, journal, common, staff, police, prosecutor, court, defense, narrative, victim, secret,
    disclosure, partner, agreement, inquiry
  from public, pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board, pars_portal,
    pars_sequencer;
revoke all on all sequences in schema
  pars, journal, common, staff, police, prosecutor, court, defense, narrative, victim, secret,
    disclosure, partner, agreement, inquiry
  from public, pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board, pars_portal,
    pars_sequencer;
revoke all on all routines in schema
  pars, journal, common, staff, police, prosecutor, court, defense, narrative, victim, secret,
    disclosure, partner, agreement, inquiry
  from public, pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board, pars_portal,
    pars_sequencer;
do $$
declare
  stale pg_catalog.record;
begin
  for stale in
    select schemaname, tablename, policyname from pg_catalog.pg_policies
    where schemaname in ('pars', 'journal', 'common', 'staff', 'police', 'prosecutor', 'court', 'defense', 'narrative',
      'victim', 'secret', 'partner', 'agreement', 'inquiry')
    -- The policies of disclosure are the agreements' own: they were voted on, and stay.
  loop
    execute format('drop policy %I on %I.%I', stale.policyname, stale.schemaname, stale.tablename);
  end loop;
end
$$;
