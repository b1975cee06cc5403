-- The three custodians write partners, terms and votes, each through its own door; everybody of theirs reads all of it.
grant usage on schema partner, agreement, inquiry to pars_police, pars_prosecutor, pars_court, pars_keeper;
grant usage on schema disclosure to pars_keeper;
grant usage on schema agreement, partner to pars_portal;
grant insert on partner.partner, partner.unit, partner.officer, partner.signing_key, partner.switch, agreement.seat_key,
  agreement.seat_key_end, agreement.agreement, agreement.version, agreement.resolution, agreement.ballot, agreement.notice,
  agreement.consultation, agreement.legal_constraint, agreement.counsel_sign_off
  to pars_police, pars_prosecutor, pars_court;
grant update (certified_until, display_name, coordinator, entry_id) on partner.officer to pars_police, pars_prosecutor, pars_court;
grant select on all tables in schema partner, agreement to pars_police, pars_prosecutor, pars_court, pars_keeper;
-- What partners' people sign in with, and the numbers of their requests, are nobody's to read.
revoke select on partner.sign_in, partner.used_nonce from pars_police, pars_prosecutor, pars_court, pars_keeper;
grant select on inquiry.standing, inquiry.asked, inquiry.quota to pars_police, pars_prosecutor, pars_court, pars_keeper;
grant select (inquiry_id, door, xid, held_at), delete on inquiry.held to pars_keeper;
grant select on disclosure.record, disclosure.identifier, disclosure.change to pars_keeper;
-- The public register: what was agreed, who voted how and why, never an officer of a partner.
grant select (partner_id, code, name, ori) on partner.partner to pars_portal;
grant select (unit_id, partner_id, code, name, function, criminal_justice, decided_by, citation) on partner.unit to pars_portal;
grant select (agreement_id, code, partner_id, made_at, entry_id) on agreement.agreement to pars_portal;
grant select (agreement_id, version, terms, terms_hash, sql, sql_hash, prose, starts_at, ends_at, door, seat, made_at, entry_id) on agreement.version to pars_portal;
grant select on agreement.activation, agreement.obligation, agreement.missed_obligation to pars_portal;
grant select (resolution_id, code, agreement_id, version, action, seat, reason, closes_at, made_at, entry_id) on agreement.resolution to pars_portal;
grant select (ballot_id, resolution_id, agreement_id, version, action, seat, choice, reason, on_authority_of, made_at, entry_id) on agreement.ballot to pars_portal;
grant select (resolution_id, agreement_id, version, decision, term, reason, made_at, entry_id) on agreement.acceptance to pars_portal;
grant select (halt_id, agreement_id, kind, seat, reason, effective_at, void_at, entry_id) on agreement.halt to pars_portal;
grant select (notice_id, agreement_id, kind, served_by, subject, body, released, reply_due_at, replies_to, served_at) on agreement.notice to pars_portal;
-- Timed acts are the keeper's: activation, ends, missed duties, old answers.
grant execute on function agreement.activate(uuid), agreement.set_credential(name, text) to pars_keeper;
grant execute on function agreement.walls_hash() to pars_keeper;
grant execute on function disclosure.compute(uuid), disclosure.compute_identifiers(uuid) to pars_keeper;
