import { type ActEntry, listOf, type Members, membersOf, orNull, type Row, uuidIn } from '../act-entry.ts'

const made = (entry: ActEntry): Members => ({ made_by: entry.by, made_at: entry.at })

const chargeOf = (entry: ActEntry, charge: Members, index: number): Row => ({
  table: 'prosecutor.charge',
  fixed: {
    charge_id: uuidIn(charge['chargeId']),
    arrest_id: entry.arrestId,
    position: index + 1,
    police_charge_id: uuidIn(charge['policeChargeId']),
    origin: orNull(charge['origin']),
    statute: orNull(charge['statute']),
    description: orNull(charge['description']),
    grade: orNull(charge['grade']),
    counts: orNull(charge['counts']),
    offense_on: orNull(charge['offenseOn']),
    dc_number: orNull(charge['dcNumber']),
  },
})

const complaintOf = (entry: ActEntry): Row[] => {
  const complaint_id = uuidIn(entry.act['complaintId'])
  const fields = membersOf(entry.act['fields'])
  return [
    {
      table: 'prosecutor.complaint',
      fixed: {
        complaint_id,
        arrest_id: entry.arrestId,
        affiant: orNull(fields['affiant']),
        affiant_agency: orNull(fields['affiantAgency']),
        offense_date_text: orNull(fields['offenseDateText']),
        offense_place: orNull(fields['offensePlace']),
        peace_and_dignity: orNull(fields['peaceAndDignity']),
        lab_services: orNull(fields['labServices']),
        fingerprinted: orNull(fields['fingerprinted']),
        process_requested: orNull(fields['processRequested']),
        verified_at: orNull(fields['verifiedAt']),
        approved_by: entry.by,
        made_at: entry.at,
      },
    },
    { table: 'narrative.complaint_facts', fixed: { complaint_id, facts: orNull(fields['facts']) } },
    ...listOf(entry.act['chargeIds']).map((chargeId, index) => ({
      table: 'prosecutor.complaint_charge',
      fixed: { charge_id: uuidIn(chargeId), complaint_id, position: index + 1 },
    })),
  ]
}

const arraignmentOf = (entry: ActEntry): Row[] => {
  const held = membersOf(entry.act['held'])
  const interpreter = membersOf(held['interpreter'])
  const next = membersOf(held['nextListing'])
  return [
    {
      table: 'court.arraignment',
      fixed: {
        docket_id: uuidIn(entry.act['docketId']),
        listing_id: uuidIn(entry.act['listingId']),
        held_at: orNull(held['heldAt']),
        mode: orNull(held['mode']),
        checklist: orNull(held['checklist']),
        probable_cause: orNull(held['probableCause']),
        interpreter_language: orNull(interpreter['language']),
        interpreter_present: orNull(interpreter['present']),
        prosecutor_name: orNull(held['prosecutorName']),
        defense_name: orNull(held['defenseName']),
        next_hearing: orNull(next['hearing']),
        next_at: orNull(next['at']),
        next_room: orNull(next['room']),
        ...made(entry),
      },
    },
  ]
}

const orderOf = (entry: ActEntry): Row[] => {
  const docket_id = uuidIn(entry.act['docketId'])
  const order = membersOf(entry.act['order'])
  const isSet = order['kind'] === 'set'
  const fixed = {
    docket_id,
    kind: isSet ? 'set' : 'refused',
    types: isSet ? orNull(order['types']) : [],
    amount_cents: orNull(order['amountCents']),
    deposit_percent: orNull(order['depositPercent']),
    reasons: orNull(order['reasons']),
    reason_note: orNull(order['reasonNote']),
    ability_to_pay_considered: isSet ? orNull(order['abilityToPayConsidered']) : null,
    ability_to_pay_note: isSet ? orNull(order['abilityToPayNote']) : null,
    danger_found: isSet ? orNull(order['dangerFound']) : null,
    ...made(entry),
  }
  const conditions = isSet ? listOf(order['conditions']).map(membersOf) : []
  return [
    { table: 'court.bail_order', fixed },
    ...conditions.map((condition, index) => ({
      table: 'narrative.bail_condition',
      fixed: {
        docket_id,
        position: index + 1,
        kind: orNull(condition['kind']),
        condition: orNull(condition['text']),
      },
    })),
  ]
}

const askOf =
  (table: string) =>
  (entry: ActEntry): Row[] => {
    const ask = membersOf(entry.act['ask'])
    return [
      {
        table,
        fixed: {
          docket_id: uuidIn(entry.act['docketId']),
          types: orNull(ask['types']),
          amount_cents: orNull(ask['amountCents']),
          deposit_percent: orNull(ask['depositPercent']),
          note: orNull(ask['note']),
          ...made(entry),
        },
      },
    ]
  }

/** From charging to bail: what prosecutor, defense and court wrote. */
export const caseRows = {
  'charging.taken': (entry: ActEntry): Row[] => [
    {
      table: 'prosecutor.charging_taken',
      fixed: { arrest_id: entry.arrestId, taken_by: entry.by, made_at: entry.at },
    },
  ],
  'charging.sent-back': (entry: ActEntry): Row[] => [
    {
      table: 'prosecutor.sent_back',
      fixed: {
        arrest_id: entry.arrestId,
        arrest_version: orNull(entry.act['arrestVersion']),
        reason: orNull(entry.act['reason']),
        note: orNull(entry.act['note']),
        ...made(entry),
      },
    },
  ],
  'charges.decided': (entry: ActEntry): Row[] => [
    {
      table: 'prosecutor.charging_decision',
      fixed: { arrest_id: entry.arrestId, arrest_version: orNull(entry.act['arrestVersion']), ...made(entry) },
    },
    ...listOf(entry.act['charges']).map((charge, index) => chargeOf(entry, membersOf(charge), index)),
    ...listOf(entry.act['declined'])
      .map(membersOf)
      .map(charge => ({
        table: 'prosecutor.declined_charge',
        fixed: {
          arrest_id: entry.arrestId,
          police_charge_id: uuidIn(charge['policeChargeId']),
          reason: orNull(charge['reason']),
          note: orNull(charge['note']),
        },
      })),
  ],
  'complaint.made': complaintOf,
  'bail.requested': askOf('prosecutor.bail_request'),
  'bail.defense-requested': askOf('defense.bail_request'),
  'bail.recommended': askOf('court.bail_guideline'),
  'complaint.filed': (entry: ActEntry): Row[] => [
    {
      table: 'court.docket',
      fixed: {
        docket_id: uuidIn(entry.act['docketId']),
        docket_number: orNull(entry.act['docketNumber']),
        complaint_id: uuidIn(entry.act['complaintId']),
        arrest_id: entry.arrestId,
        certified_by: entry.by,
        counsel: orNull(entry.act['counsel']),
        filed_at: entry.at,
      },
    },
  ],
  'court-session.opened': (entry: ActEntry): Row[] => [
    {
      table: 'court.court_session',
      fixed: {
        court_session_id: uuidIn(entry.act['courtSessionId']),
        room: orNull(entry.act['room']),
        starts_at: orNull(entry.act['startsAt']),
        magistrate_id: uuidIn(entry.act['magistrateId']),
        ...made(entry),
      },
    },
  ],
  'listing.added': (entry: ActEntry): Row[] => [
    {
      table: 'court.listing',
      fixed: {
        listing_id: uuidIn(entry.act['listingId']),
        court_session_id: uuidIn(entry.act['courtSessionId']),
        docket_id: uuidIn(entry.act['docketId']),
        slot: orNull(entry.act['slot']),
        ...made(entry),
      },
    },
  ],
  'listing.not-produced': (entry: ActEntry): Row[] => [
    {
      table: 'court.not_produced',
      fixed: {
        listing_id: uuidIn(entry.act['listingId']),
        reason: orNull(entry.act['reason']),
        note: orNull(entry.act['note']),
        ...made(entry),
      },
    },
  ],
  'arraignment.held': arraignmentOf,
  'bail.set': orderOf,
  'bail.refused': orderOf,
}
