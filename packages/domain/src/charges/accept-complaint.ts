import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { ChargeId, ComplaintId } from '../ids.ts'
import type { Instant } from '../time/instant.ts'
import type { ComplaintFields } from './charge.ts'
import { type ComplaintFieldReason, type ComplaintStanding, checkComplaintFields } from './check-complaint-fields.ts'

export interface ComplaintFacts extends ComplaintStanding {
  charging: 'undecided' | 'charged' | 'declined'
  /** Every charge the prosecutor brings in this arrest, and the complaint it is in already. */
  charges: readonly { chargeId: ChargeId; complaintId: ComplaintId | null }[]
  /** The arrest names a person, or describes one (Rule 504(2)). */
  personNamed: boolean
  /** Rule 519(B): when the complaint was due; null for everybody else. */
  dueAt: Instant | null
}

export interface ComplaintOffered {
  chargeIds: readonly ChargeId[]
  fields: ComplaintFields
}

export type ComplaintReason =
  | ComplaintFieldReason
  | 'charging-not-decided'
  | 'arrest-declined'
  | 'person-not-named'
  | 'charge-missing'
  | 'charge-twice'
  | 'charge-not-approved'
  | 'charge-in-other-complaint'

const checkCharges = (facts: ComplaintFacts, chargeIds: readonly ChargeId[]): Refused<ComplaintReason> | undefined => {
  if (chargeIds.length === 0)
    return refuse(
      'charge-missing',
      'The complaint accuses of nothing; put at least one approved charge into it.',
      'chargeIds',
    )
  if (new Set(chargeIds).size !== chargeIds.length)
    return refuse('charge-twice', 'The complaint names one charge twice; remove one.', 'chargeIds')
  const found = chargeIds.map(id => facts.charges.find(({ chargeId }) => chargeId === id))
  if (found.some(charge => charge === undefined))
    return refuse(
      'charge-not-approved',
      'A charge was not approved in this arrest; only approved charges go in.',
      'chargeIds',
    )
  return found.some(charge => charge?.complaintId !== null)
    ? refuse(
        'charge-in-other-complaint',
        'A charge is in another complaint already; one charge has one complaint.',
        'chargeIds',
      )
    : undefined
}

/** Decides whether a complaint may be made. One arrest may have several complaints, and each becomes a case (B17). */
export const acceptComplaint = (
  facts: ComplaintFacts,
  { chargeIds, fields }: ComplaintOffered,
  now: Instant,
): { kind: 'accepted'; flags: 'complaint-late'[] } | Refused<ComplaintReason> => {
  const refused = firstRefusal<ComplaintReason>([
    () =>
      facts.charging === 'undecided'
        ? refuse('charging-not-decided', 'The charges are not decided yet; decide them, then make the complaint.')
        : undefined,
    () =>
      facts.charging === 'declined'
        ? refuse(
            'arrest-declined',
            'All charges were declined, so there is nothing to complain of; the person is to go free.',
          )
        : undefined,
    () =>
      facts.personNamed
        ? undefined
        : refuse('person-not-named', 'The complaint must name or describe the person; ask Police to add a name.'),
    () => checkCharges(facts, chargeIds),
    () => checkComplaintFields(fields, facts, now),
  ])
  if (refused) return refused
  return { kind: 'accepted', flags: facts.dueAt !== null && now > facts.dueAt ? ['complaint-late'] : [] }
}
