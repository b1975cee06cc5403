import { acknowledgeDeparture, confirmDeparture, ProblemError, proposeDeparture, viewCity } from '@pars/contract'
import type { DepartureBasis } from '@pars/domain'
import type { Caller } from '../caller.ts'
import type { BailKind } from './read-fields.ts'

/** Two people of the release desk, for nobody leaves on one person's word. */
const desk = 'release-desk'
const secondPerson = 'release-desk-2'

const basisOf = (bail: BailKind): DepartureBasis => {
  if (bail === 'denied') return 'commitment-bail-refused'
  return bail === 'monetary' ? 'commitment-for-bail' : 'bail-without-money'
}
const destinationOf = (basis: DepartureBasis): string =>
  basis === 'bail-without-money' ? 'Released at the booking center' : 'Curran-Fromhold Correctional Facility'

const isRefusal = (error: unknown, reason: string): boolean =>
  error instanceof ProblemError && error.problem.reason === reason

/**
 * Lets the person of a case leave police custody, as the order says, now: nobody leaves before the confirmation, so no departure can be
 * entered late. Whoever left before stays as they left; the time of the first acknowledgment is another, and its key says that it stands.
 */
export const depart = async (
  caller: Caller,
  arrestId: string,
  { bail, keyOf }: { bail: BailKind; keyOf: (step: string) => string },
): Promise<void> => {
  const basis = basisOf(bail)
  try {
    const { departureId } = await caller.call(desk, proposeDeparture, {
      params: { arrestId },
      body: { basis, destination: destinationOf(basis), holdsChecked: true, summons: null },
      idempotencyKey: keyOf('propose'),
    })
    const params = { departureId }
    await caller.call(secondPerson, confirmDeparture, {
      params,
      body: { holdsChecked: true },
      idempotencyKey: keyOf('confirm'),
    })
    const { now } = await caller.call(desk, viewCity)
    await caller.call(desk, acknowledgeDeparture, {
      params,
      body: { acknowledgedByName: 'Officer Release', leftAt: now },
      idempotencyKey: keyOf('acknowledge'),
    })
  } catch (error) {
    if (!isRefusal(error, 'already-left') && !isRefusal(error, 'key-reused')) throw error
  }
}
