import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Door } from '../src/doors.ts'
import type { TestDatabase } from '../src/testing/index.ts'
import { append, insertRow } from './append.sql.ts'
import { commit } from './door-client.ts'

type Row = Record<string, unknown>
/** One act: through which door, with which kind of entry, and its rows in order. */
export interface Act {
  door: Door
  kind: string
  rows: [table: string, row: Row][]
}

export interface Makers {
  police: string
  prosecutor: string
  court: string
  defense: string
}

export const insertMakers = async (database: TestDatabase): Promise<Makers> => ({
  police: await database.insertAccount({ party: 'police', role: 'officer' }),
  prosecutor: await database.insertAccount({ party: 'prosecutor', role: 'charging-attorney' }),
  court: await database.insertAccount({ party: 'court', role: 'magistrate' }),
  defense: await database.insertAccount({ party: 'defense', role: 'defender' }),
})

/** Ids of one arrest, and what may differ between arrests. */
export interface PathIds {
  arrestId: string
  personId: string
  policeChargeId: string
  declinedId: string
  chargeId: string
  complaintId: string
  docketId: string
  courtSessionId: string
  listingId: string
  holdId: string
  departureId: string
  counsel: string | null
}

export const newPath = (counsel: string | null): PathIds => ({
  arrestId: randomUUID(),
  personId: randomUUID(),
  policeChargeId: randomUUID(),
  declinedId: randomUUID(),
  chargeId: randomUUID(),
  complaintId: randomUUID(),
  docketId: randomUUID(),
  courtSessionId: randomUUID(),
  listingId: randomUUID(),
  holdId: randomUUID(),
  departureId: randomUUID(),
  counsel,
})

const at = '2026-11-20T12:00:00.000Z'
const offense = {
  description: 'Simple Assault',
  grade: 'M2',
  counts: 1,
  offense_on: '2026-11-20',
  dc_number: '202606000001',
}
const digits = (count: number): string => String(randomBytes(6).readUIntBE(0, 6)).padStart(count, '0').slice(-count)

const versionRows = (ids: PathIds, makers: Makers, version: number, kind: string): [string, Row][] => {
  const { arrestId, policeChargeId, declinedId } = ids
  const one = { arrest_id: arrestId, version }
  const content = { content: '{"made":"up"}', content_hash: 'made-up', arrested_at: at, basis: 'sight' }
  const charge = { ...one, statute: '18 § 2701', ...offense }
  return [
    ['police.arrest_version', { ...one, kind, ...content, made_by: makers.police, made_at: at }],
    ['police.arrest_incident', { ...one, dc_number: offense.dc_number }],
    ['police.charge', { police_charge_id: policeChargeId, ...charge, position: 1 }],
    ['police.charge', { police_charge_id: declinedId, ...charge, position: 2 }],
    ['narrative.arrest_narrative', { ...one, narrative: 'CANARY-NARRATIVE' }],
    ['victim.party', { ...one, position: 1, kind: 'victim', name: 'CANARY VICTIM' }],
    ['secret.ssn', { ...one, ciphertext: randomBytes(48), keyed_hash: randomBytes(32), last_four: '0001' }],
  ]
}

const draft = (ids: PathIds, makers: Makers): Act => ({
  door: 'pars_police',
  kind: 'arrest.drafted',
  rows: [
    ['police.person', { person_id: ids.personId, police_number: null }],
    [
      'police.arrest',
      {
        arrest_id: ids.arrestId,
        person_id: ids.personId,
        intake_number: `IN-${digits(9)}`,
        version: 1,
        drafted_by: makers.police,
        drafted_at: at,
        arrested_at: at,
        place: '1 Made-up Street',
        district_code: '06',
        booking_site: 'PDU',
        basis: 'sight',
        otn: `T${digits(7)}`,
        last_name: 'Made-Up',
        sex: 'unknown',
        race: 'unknown',
        ethnicity: 'unknown',
        birth_country_kind: 'not-asked',
        domestic_violence: false,
      },
    ],
    ...versionRows(ids, makers, 1, 'drafted'),
  ],
})

const report = (ids: PathIds, makers: Makers): Act => ({
  door: 'pars_police',
  kind: 'arrest.reported',
  rows: versionRows(ids, makers, 2, 'sent'),
})

const holds = (ids: PathIds, makers: Makers): Act[] => [
  {
    door: 'pars_police',
    kind: 'hold.recorded',
    rows: [
      [
        'police.hold',
        {
          hold_id: ids.holdId,
          arrest_id: ids.arrestId,
          kind: 'bench-warrant',
          issuer: 'Made-up court',
          made_by: makers.police,
          made_at: at,
        },
      ],
    ],
  },
  {
    door: 'pars_police',
    kind: 'hold.lifted',
    rows: [['police.hold_lift', { hold_id: ids.holdId, reason: 'served', made_by: makers.police, made_at: at }]],
  },
]

const charging = (ids: PathIds, makers: Makers): Act[] => {
  const { arrestId } = ids
  const made = { made_by: makers.prosecutor, made_at: at }
  return [
    {
      door: 'pars_prosecutor',
      kind: 'charging.taken',
      rows: [['prosecutor.charging_taken', { arrest_id: arrestId, taken_by: makers.prosecutor, made_at: at }]],
    },
    {
      door: 'pars_prosecutor',
      kind: 'charging.sent-back',
      rows: [['prosecutor.sent_back', { arrest_id: arrestId, arrest_version: 2, reason: 'missing-papers', ...made }]],
    },
    {
      door: 'pars_prosecutor',
      kind: 'charges.decided',
      rows: [
        ['prosecutor.charging_decision', { arrest_id: arrestId, arrest_version: 2, ...made }],
        [
          'prosecutor.charge',
          {
            charge_id: ids.chargeId,
            arrest_id: arrestId,
            position: 1,
            police_charge_id: ids.policeChargeId,
            origin: 'approved',
            statute: '18 § 2701',
            ...offense,
          },
        ],
        ['prosecutor.declined_charge', { arrest_id: arrestId, police_charge_id: ids.declinedId, reason: 'policy' }],
      ],
    },
  ]
}

const complaint = (ids: PathIds, makers: Makers): Act => ({
  door: 'pars_prosecutor',
  kind: 'complaint.made',
  rows: [
    [
      'prosecutor.complaint',
      {
        complaint_id: ids.complaintId,
        arrest_id: ids.arrestId,
        affiant: 'Det. Made-Up',
        affiant_agency: 'Police',
        offense_date_text: 'on or about November 20, 2026',
        offense_place: '1 Made-up Street',
        peace_and_dignity: true,
        lab_services: false,
        fingerprinted: true,
        process_requested: 'none-arrested',
        verified_at: at,
        approved_by: makers.prosecutor,
        made_at: at,
      },
    ],
    ['prosecutor.complaint_charge', { charge_id: ids.chargeId, complaint_id: ids.complaintId, position: 1 }],
    ['narrative.complaint_facts', { complaint_id: ids.complaintId, facts: 'CANARY-FACTS' }],
  ],
})

/** The acts up to the complaint, before the court has filed anything. */
export const actsBeforeFiling = (ids: PathIds, makers: Makers): Act[] => [
  draft(ids, makers),
  report(ids, makers),
  ...holds(ids, makers),
  ...charging(ids, makers),
  complaint(ids, makers),
]

/** Writes one act through its door, in a transaction of its own. */
export const performAct = (client: Client, act: Act, arrestId: string): Promise<string> =>
  commit(client, async () => {
    const { entry_id } = await append(client, { kind: act.kind, arrestId })
    for (const [table, row] of act.rows) await insertRow(client, table, { ...row, entry_id })
    return entry_id
  })
