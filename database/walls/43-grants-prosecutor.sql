grant insert on prosecutor.charging_taken, prosecutor.sent_back, prosecutor.charging_decision, prosecutor.charge,
  prosecutor.declined_charge, prosecutor.complaint, prosecutor.complaint_charge, prosecutor.bail_request,
  narrative.complaint_facts to pars_prosecutor;

grant select on prosecutor.charging_taken, prosecutor.sent_back, prosecutor.charging_decision, prosecutor.charge,
  prosecutor.declined_charge, prosecutor.complaint, prosecutor.complaint_charge, prosecutor.bail_request
  to pars_police, pars_prosecutor, pars_court, pars_keeper;
-- The defense reads what is filed against its client, not how the prosecutor came to it.
grant select on prosecutor.charge, prosecutor.complaint, prosecutor.complaint_charge, prosecutor.bail_request,
  narrative.complaint_facts to pars_defense;
grant select on narrative.complaint_facts to pars_police, pars_prosecutor, pars_court, pars_keeper;
