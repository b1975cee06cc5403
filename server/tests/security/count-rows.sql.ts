/** How many rows the tables of a report hold together. */
export const countRows = `select ((select count(*) from police.arrest) + (select count(*) from police.person) + (select count(*) from police.arrest_version)
  + (select count(*) from police.arrest_incident) + (select count(*) from police.charge) + (select count(*) from narrative.arrest_narrative)
  + (select count(*) from victim.party) + (select count(*) from secret.ssn) + (select count(*) from disclosure.record))::int as rows`
