import { randomBytes } from 'node:crypto'
import type { Act, Makers, PathIds } from './custody-path.ts'

const at = '2026-11-20T18:00:00.000Z'
const digits = (count: number): string => String(randomBytes(6).readUIntBE(0, 6)).padStart(count, '0').slice(-count)

const court = (kind: string, ...rows: Act['rows']): Act => ({ door: 'pars_court', kind, rows })

const filing = (ids: PathIds, makers: Makers): Act =>
  court('complaint.filed', [
    'court.docket',
    {
      docket_id: ids.docketId,
      docket_number: `MC-51-CR-${digits(7)}-2026`,
      complaint_id: ids.complaintId,
      arrest_id: ids.arrestId,
      certified_by: makers.court,
      counsel: ids.counsel,
      filed_at: at,
    },
  ])

const listing = (ids: PathIds, made: object): Act[] => [
  court('court-session.opened', [
    'court.court_session',
    {
      court_session_id: ids.courtSessionId,
      room: 'B-08',
      starts_at: new Date(1_800_000_000_000 + randomBytes(4).readUInt32BE() * 1000),
      ...made,
    },
  ]),
  court('listing.added', [
    'court.listing',
    { listing_id: ids.listingId, court_session_id: ids.courtSessionId, docket_id: ids.docketId, slot: 1, ...made },
  ]),
  court('listing.not-produced', ['court.not_produced', { listing_id: ids.listingId, reason: 'hospital', ...made }]),
]

const bail = (ids: PathIds, made: object): Act[] => [
  court('bail.recommended', ['court.bail_guideline', { docket_id: ids.docketId, types: ['ror'], ...made }]),
  court('arraignment.held', [
    'court.arraignment',
    {
      docket_id: ids.docketId,
      listing_id: ids.listingId,
      held_at: at,
      mode: 'video',
      checklist: ['complaint-given', 'complaint-read'],
      probable_cause: 'found',
      next_hearing: 'preliminary-hearing',
      next_at: '2026-12-04T14:00:00.000Z',
      next_room: '803',
      ...made,
    },
  ]),
  court(
    'bail.set',
    [
      'court.bail_order',
      {
        docket_id: ids.docketId,
        kind: 'set',
        types: ['monetary'],
        amount_cents: 500_000,
        deposit_percent: 10,
        reasons: ['flight-record'],
        ability_to_pay_considered: true,
        danger_found: false,
        ...made,
      },
    ],
    [
      'narrative.bail_condition',
      { docket_id: ids.docketId, position: 1, kind: 'stay-away', condition: 'CANARY-CONDITION' },
    ],
  ),
]

/** The acts that make a docket: what the defense sees begins here. */
export const actOfFiling = filing

/** The acts after the filing, up to the departure from custody. */
export const actsAfterFiling = (ids: PathIds, makers: Makers): Act[] => {
  const made = { made_by: makers.court, made_at: at }
  const byPolice = { made_by: makers.police, made_at: at }
  const asked = { docket_id: ids.docketId, made_at: at }
  const departure = (kind: string, table: string, row: object): Act => ({
    door: 'pars_police',
    kind,
    rows: [[table, { departure_id: ids.departureId, ...row, ...byPolice }]],
  })
  const proposal = { arrest_id: ids.arrestId, basis: 'commitment-for-bail', destination: 'jail', holds_checked_at: at }
  return [
    ...listing(ids, made),
    {
      door: 'pars_prosecutor',
      kind: 'bail.requested',
      rows: [['prosecutor.bail_request', { ...asked, types: ['monetary'], made_by: makers.prosecutor }]],
    },
    ...bail(ids, made),
    departure('departure.proposed', 'police.departure', proposal),
    departure('departure.confirmed', 'police.departure_confirmation', {}),
    departure('departure.withdrawn', 'police.departure_withdrawal', { reason: 'wrong person' }),
    departure('departure.acknowledged', 'police.departure_acknowledgment', { acknowledged_by_name: 'X', left_at: at }),
  ]
}

/** What only the defense enters, and only for its own client. */
export const defenseRequest = (ids: PathIds, makers: Makers): Act => ({
  door: 'pars_defense',
  kind: 'bail.defense-requested',
  rows: [['defense.bail_request', { docket_id: ids.docketId, types: ['ror'], made_by: makers.defense, made_at: at }]],
})
