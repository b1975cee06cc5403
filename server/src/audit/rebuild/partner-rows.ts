import { type ActEntry, bytesIn, type Members, membersOf, orNull, type Row, uuidIn } from '../act-entry.ts'
import type { KnownActs } from './known-acts.ts'

const made = (entry: ActEntry): Members => ({ made_by: entry.by, made_at: entry.at })

const officerOf = (entry: ActEntry): Row[] => {
  const { act } = entry
  const certificate = {
    display_name: orNull(act['displayName']),
    coordinator: orNull(act['coordinator']),
    certified_until: orNull(act['certifiedUntil']),
  }
  const officer_id = uuidIn(act['officerId'])
  if ('before' in act) return [{ table: 'partner.officer', fixed: { officer_id }, later: certificate }]
  const fixed = {
    officer_id,
    unit_id: uuidIn(act['unitId']),
    issuer: orNull(act['issuer']),
    subject: orNull(act['subject']),
    ...made(entry),
  }
  return [{ table: 'partner.officer', fixed, later: certificate }]
}

const keyOf = (entry: ActEntry, known: KnownActs): Row[] => {
  const key = membersOf(entry.slots.get('key'))
  const approval = membersOf(entry.slots.get('approval'))
  const public_key = bytesIn(key['publicKey'], 'base64')
  if (entry.clear['use'] === 'partner')
    return [
      {
        table: 'partner.signing_key',
        fixed: {
          key_id: orNull(key['keyId']),
          unit_id: known.unitOf(entry.clear['unit']),
          public_key,
          made_by: uuidIn(approval['account']),
          made_at: orNull(approval['at']),
        },
      },
    ]
  const by = membersOf(approval['by'])
  if (entry.clear['use'] === 'cosigner') return [cosignerOf(entry, by)]
  if (entry.clear['use'] !== 'ballot') return []
  return [
    {
      table: 'agreement.seat_key',
      fixed: {
        key_id: orNull(key['keyId']),
        seat: orNull(entry.clear['seat']),
        algorithm: orNull(key['algorithm']),
        public_key,
        holder: orNull(entry.slots.get('holder')),
        genesis: orNull(approval['genesis']),
        made_by: uuidIn(by['account']),
        made_at: orNull(by['at']),
      },
    },
  ]
}

const cosignerOf = (entry: ActEntry, by: Members): Row => ({
  table: 'journal.cosigner',
  fixed: {
    name: String(entry.clear['vkey']).split('+')[0] ?? '',
    seat: orNull(entry.clear['seat']),
    vkey: orNull(entry.clear['vkey']),
    made_by: uuidIn(by['account']),
    made_at: orNull(by['at']),
  },
})

const keyEndOf = (entry: ActEntry): Row[] => {
  if (entry.clear['use'] !== 'ballot') return []
  const approval = membersOf(entry.slots.get('approval'))
  const by = membersOf(approval['by'])
  return [
    {
      table: 'agreement.seat_key_end',
      fixed: {
        key_id: orNull(membersOf(entry.slots.get('key'))['keyId']),
        seat: orNull(entry.clear['seat']),
        reason: orNull(approval['reason']),
        made_by: uuidIn(by['account']),
        made_at: orNull(by['at']),
      },
    },
  ]
}

/** Partners, their units, officers, keys and switches. */
export const partnerRows = {
  'partner.registered': (entry: ActEntry): Row[] => [
    {
      table: 'partner.partner',
      fixed: {
        partner_id: uuidIn(entry.act['partnerId']),
        code: orNull(entry.act['code']),
        name: orNull(entry.act['name']),
        ori: orNull(entry.act['ori']),
        door: orNull(entry.act['door']),
        ...made(entry),
      },
    },
  ],
  'unit.registered': (entry: ActEntry): Row[] => [
    {
      table: 'partner.unit',
      fixed: {
        unit_id: uuidIn(entry.act['unitId']),
        partner_id: uuidIn(entry.act['partnerId']),
        code: orNull(entry.act['code']),
        name: orNull(entry.act['name']),
        function: orNull(entry.act['function']),
        criminal_justice: orNull(entry.act['criminalJustice']),
        decided_by: orNull(entry.act['decidedBy']),
        citation: orNull(entry.act['citation']),
        ...made(entry),
      },
    },
  ],
  'officer.certified': officerOf,
  'partner-switch.set': (entry: ActEntry): Row[] => [
    {
      table: 'partner.switch',
      fixed: {
        subject_kind: orNull(entry.act['subjectKind']),
        subject_id: orNull(entry.act['subject']),
        stopped: orNull(entry.act['stopped']),
        reason: orNull(entry.act['reason']),
        seat: entry.party,
        ...made(entry),
      },
    },
  ],
  'case.registered': (entry: ActEntry, known: KnownActs): Row[] => [
    {
      table: 'partner.case_registration',
      fixed: {
        registration_id: uuidIn(entry.act['made']),
        unit_id: known.unitOf(entry.act['unit']),
        kind: orNull(entry.act['kind']),
        value: orNull(entry.act['value']),
        purpose: orNull(entry.act['purpose']),
        statement: orNull(entry.act['statement']),
        key_id: orNull(entry.act['keyId']),
        signature: bytesIn(entry.act['signature'], 'hex'),
        registered_at: entry.at,
        ends_at: orNull(entry.act['endsAt']),
      },
    },
  ],
  'key.registered': keyOf,
  'key.revoked': keyEndOf,
}
