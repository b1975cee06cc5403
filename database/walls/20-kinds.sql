-- The complete list of entry kinds, their class, and the doors that may write them.
create temporary table listed_kind (kind text, class text, doors name[], slots text[] default '{kind,actor,subject,act}', fields jsonb)
  on commit drop;
-- The first entry, written at creation by the owner alone.
insert into listed_kind (kind, class, doors, slots, fields) values ('journal.created', 'conduct', '{}', '{operator}', '{"origin": "line", "rehearsal": "flag", "vkey": "line"}');
insert into listed_kind (kind, class, doors) values
  ('arrest.drafted', 'record', '{pars_police}'),
  ('arrest.reported', 'record', '{pars_police}'),
  ('arrest.corrected', 'record', '{pars_police}'),
  ('hold.recorded', 'record', '{pars_police}'),
  ('hold.lifted', 'record', '{pars_police}'),
  ('departure.proposed', 'record', '{pars_police}'),
  ('departure.confirmed', 'record', '{pars_police}'),
  ('departure.withdrawn', 'record', '{pars_police}'),
  ('departure.acknowledged', 'record', '{pars_police}'),
  ('charging.taken', 'record', '{pars_prosecutor}'),
  ('charging.sent-back', 'record', '{pars_prosecutor}'),
  ('charges.decided', 'record', '{pars_prosecutor}'),
  ('complaint.made', 'record', '{pars_prosecutor}'),
  ('bail.requested', 'record', '{pars_prosecutor}'),
  ('bail.defense-requested', 'record', '{pars_defense}'),
  ('complaint.filed', 'record', '{pars_court}'),
  ('court-session.opened', 'record', '{pars_court}'),
  ('listing.added', 'record', '{pars_court}'),
  ('listing.not-produced', 'record', '{pars_court}'),
  ('bail.recommended', 'record', '{pars_court}'),
  ('arraignment.held', 'record', '{pars_court}'),
  ('bail.set', 'record', '{pars_court}'),
  ('bail.refused', 'record', '{pars_court}'),
  ('account.added', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('account.changed', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('account.ended', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('reference.loaded', 'record', '{pars_police,pars_court}'),
  ('record.opened', 'record', '{pars_police,pars_prosecutor,pars_court,pars_defense}'),
  ('record.searched', 'record', '{pars_police,pars_prosecutor,pars_court,pars_defense}'),
  ('board.opened', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('paper.printed', 'record', '{pars_police,pars_prosecutor,pars_court,pars_defense}'),
  ('record-order.entered', 'record', '{pars_court}'),
  ('record-order.checked', 'record', '{pars_court}'),
  ('litigation-hold.set', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('litigation-hold.ended', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  -- These come only from the functions of walls 73: no door may append them.
  ('record.expunged', 'record', '{}'),
  ('record.redacted', 'record', '{}'),
  ('record.limited', 'record', '{}'),
  ('record.sealed', 'record', '{}'),
  ('act.refused', 'record', '{pars_police,pars_prosecutor,pars_court,pars_defense,pars_signin,pars_keeper}');

-- Conduct: said in clear in the public log. Slots, in their order, and fields with their types are the format's (packages/ledger).
insert into listed_kind (kind, class, doors, slots, fields) values
  ('key.registered', 'conduct', '{pars_police,pars_prosecutor,pars_court}', '{holder,key,approval}',
    '{"use": ["log", "cosigner", "ballot", "partner"], "algorithm": ["ed25519", "es256"], "seat": ["police", "prosecutor", "court", null], "unit": "code?", "vkey": "line?"}'),
  ('key.revoked', 'conduct', '{pars_police,pars_prosecutor,pars_court}', '{holder,key,approval}',
    '{"use": ["log", "cosigner", "ballot", "partner"], "algorithm": ["ed25519", "es256"], "seat": ["police", "prosecutor", "court", null], "unit": "code?", "vkey": "line?"}'),
  ('walls.changed', 'conduct', '{pars_keeper}', '{change}',
    '{"wallsHash": "hash", "cause": "code"}'),
  ('audit.completed', 'conduct', '{pars_keeper}', '{officer,findings}',
    '{"from": "entry", "through": "entry", "faults": "count"}'),
  ('resolution.opened', 'conduct', '{pars_police,pars_prosecutor,pars_court}', '{officer,reason}',
    '{"agreement": "code", "agreementVersion": "count", "resolution": "code", "action": "code", "seat": ["police", "prosecutor", "court"], "termsHash": "hash", "closesAt": "instant?"}'),
  ('ballot.cast', 'conduct', '{pars_police,pars_prosecutor,pars_court}', '{officer,signature,reason}',
    '{"agreement": "code", "agreementVersion": "count", "resolution": "code", "action": "code", "seat": ["police", "prosecutor", "court"], "choice": ["for", "against", "abstain"], "termsHash": "hash", "statementHash": "hash"}'),
  ('resolution.lapsed', 'conduct', '{}', '{reason}',
    '{"agreement": "code", "agreementVersion": "count", "resolution": "code"}'),
  ('notice.served', 'conduct', '{pars_police,pars_prosecutor,pars_court}', '{officer,recipient,text}',
    '{"agreement": "code", "agreementVersion": "count", "notice": "code", "servedBy": ["police", "prosecutor", "court", "partner"]}'),
  ('package.exported', 'conduct', '{pars_police,pars_prosecutor,pars_court}', '{officer}',
    '{"agreement": "code", "agreementVersion": "count", "from": "entry", "through": "entry"}'),
  ('path.opened', 'conduct', '{pars_police,pars_prosecutor,pars_court}', '{officer,person,entries}', '{"basis": "code"}'),
  ('obligation.met', 'conduct', '{}', '{officer,evidence}',
    '{"agreement": "code", "agreementVersion": "count", "obligation": "code", "dueOn": "date"}'),
  ('obligation.missed', 'conduct', '{}', '{officer,evidence}',
    '{"agreement": "code", "agreementVersion": "count", "obligation": "code", "dueOn": "date"}'),
  -- These come only from the definer functions of walls 61 and 62: no door may append them.
  ('agreement.accepted', 'conduct', '{}', '{officer,signature}',
    '{"agreement": "code", "agreementVersion": "count", "termsHash": "hash", "statementHash": "hash"}'),
  ('agreement.rejected', 'conduct', '{}', '{officer,reason}',
    '{"agreement": "code", "agreementVersion": "count", "termsHash": "hash", "term": "code?"}'),
  ('agreement.activated', 'conduct', '{}', '{approval}',
    '{"agreement": "code", "agreementVersion": "count", "termsHash": "hash", "wallsHash": "hash", "ballots": "entries", "acceptance": "entry?", "startsAt": "instant", "endsAt": "instant"}'),
  ('agreement.suspended', 'conduct', '{}', '{officer,reason}',
    '{"agreement": "code", "agreementVersion": "count", "cause": "code", "ballots": "entries"}'),
  ('agreement.resumed', 'conduct', '{}', '{officer,reason}',
    '{"agreement": "code", "agreementVersion": "count", "cause": "code", "ballots": "entries"}'),
  ('agreement.ended', 'conduct', '{}', '{officer,reason}',
    '{"agreement": "code", "agreementVersion": "count", "cause": "code", "ballots": "entries"}'),
  ('inquiry.answered', 'conduct', '{}', '{officer,behalf,case,person,predicate,answer,ground,request}',
    '{"agreement": "code", "agreementVersion": "count", "unit": "code", "authentication": ["signed", "sign-in"], "question": "code?", "filters": "codes", "purpose": "code?", "classes": "codes", "rows": "count"}'),
  ('inquiry.refused', 'conduct', '{}', '{officer,behalf,case,person,predicate,answer,ground,request}',
    '{"agreement": "code", "agreementVersion": "count", "unit": "code", "authentication": ["signed", "sign-in"], "question": "code?", "filters": "codes", "purpose": "code?", "term": "code"}');
insert into listed_kind (kind, class, doors) values
  ('partner.registered', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('unit.registered', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('officer.certified', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('partner-switch.set', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('case.registered', 'record', '{}'),
  ('terms.drafted', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('consultation.recorded', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('constraint.recorded', 'record', '{pars_police,pars_prosecutor,pars_court}'),
  ('constraint.signed-off', 'record', '{pars_police,pars_prosecutor,pars_court}');

insert into journal.door (door, party) values
  ('pars_police', 'police'), ('pars_prosecutor', 'prosecutor'), ('pars_court', 'court'), ('pars_defense', 'defense'),
  ('pars_signin', 'system'), ('pars_keeper', 'system')
on conflict (door) do update set party = excluded.party;
insert into journal.kind (kind, class, slots, fields) select l.kind, l.class, l.slots, l.fields from listed_kind l
on conflict (kind) do update set class = excluded.class, slots = excluded.slots, fields = excluded.fields;
delete from journal.kind_door;
insert into journal.kind_door (kind, door) select l.kind, unnest(l.doors) from listed_kind l;
