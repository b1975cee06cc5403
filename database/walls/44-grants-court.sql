grant insert on court.docket, court.court_session, court.listing, court.not_produced, court.arraignment, court.bail_guideline,
  court.bail_order, narrative.bail_condition to pars_court;
grant insert on defense.bail_request to pars_defense;

grant select on court.docket, court.court_session, court.listing, court.not_produced, court.arraignment, court.bail_guideline,
  court.bail_order, narrative.bail_condition, defense.bail_request
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_keeper;
