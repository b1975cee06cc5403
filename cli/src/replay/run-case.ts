import {
  type AnswerOf,
  addListing,
  decideCharges,
  fileComplaint,
  holdArraignment,
  makeComplaint,
  ProblemError,
  refuseBail,
  reportArrest,
  setBail,
  takeCharging,
} from '@pars/contract'
import { type Refused, refuse } from '@pars/domain'
import type { Caller } from '../caller.ts'
import type { CourtSessions } from './court-sessions.ts'
import { depart } from './depart.ts'
import type { ChargeMatch, ChargeTable } from './match-charge.ts'
import { type CasePlan, planCase } from './plan-case.ts'
import { planArraignment, planComplaint, planFiling, planOrder, planRefusal } from './plan-court.ts'
import type { CaseRead } from './read-case.ts'
import type { CaseFlag } from './read-fields.ts'

export interface ReplayDesk {
  readonly caller: Caller
  readonly charges: ChargeTable
  readonly sessions: CourtSessions
  /** After the order each person also leaves police custody. */
  readonly departs: boolean
}

/** Whose acts they are. */
export const police = 'intake-system'
const prosecutor = 'charging-attorney'
export const court = 'court-system'
const bench = 'magistrate'

export type CaseOutcome = { readonly kind: 'loaded'; readonly flags: readonly CaseFlag[] } | Refused

const isRefusal = (error: unknown, reason: string): boolean =>
  error instanceof ProblemError && error.problem.reason === reason

/** A repeated run sends the same bytes under the same key, and gets the first answer. */
const keyOf = ({ key }: CasePlan, step: string): string => `replay-${key}-${step}`

type Reported = AnswerOf<typeof reportArrest> & { match: ChargeMatch }

/**
 * Reports the arrest. Where an earlier run did so before the statutes were imported, its citation stands: the first answer is found
 * under the citation that was sent then.
 */
const report = async ({ caller, charges }: ReplayDesk, plan: CasePlan): Promise<Reported> => {
  const ways = charges(plan.read.charge)
  for (const match of ways) {
    try {
      const idempotencyKey = keyOf(plan, 'report')
      const answer = await caller.call(police, reportArrest, { body: plan.report(match), idempotencyKey })
      return { ...answer, match }
    } catch (error) {
      if (!isRefusal(error, 'key-reused') || match === ways.at(-1)) throw error
    }
  }
  throw new Error('a charge has at least one way to cite it')
}

const charge = async ({ caller }: ReplayDesk, plan: CasePlan, reported: Reported): Promise<string> => {
  const params = { arrestId: reported.arrestId }
  await caller.call(prosecutor, takeCharging, { params, idempotencyKey: keyOf(plan, 'take') })
  const { chargeIds } = await caller.call(prosecutor, decideCharges, {
    params,
    body: {
      arrestVersion: reported.version,
      decisions: reported.policeChargeIds.map(policeChargeId => ({ kind: 'approved' as const, policeChargeId })),
    },
    idempotencyKey: keyOf(plan, 'decide'),
  })
  const complaint = await caller.call(prosecutor, makeComplaint, {
    params,
    body: planComplaint(plan, chargeIds),
    idempotencyKey: keyOf(plan, 'complaint'),
  })
  return complaint.complaintId
}

const mostDocketNumbers = 5

/** One key for all tries: where an earlier run had to take another number, the key says so and nothing is recorded. */
const file = async ({ caller }: ReplayDesk, plan: CasePlan, complaintId: string): Promise<string> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { docketId } = await caller.call(court, fileComplaint, {
        params: { complaintId },
        body: planFiling(plan, attempt),
        idempotencyKey: keyOf(plan, 'file'),
      })
      return docketId
    } catch (error) {
      const isTaken = isRefusal(error, 'docket-number-used') || isRefusal(error, 'key-reused')
      if (!isTaken || attempt === mostDocketNumbers) throw error
    }
  }
}

const hear = async ({ caller, sessions }: ReplayDesk, plan: CasePlan, docketId: string): Promise<void> => {
  await caller.call(court, addListing, {
    params: { courtSessionId: await sessions.at(plan) },
    body: { docketId, slot: null },
    idempotencyKey: keyOf(plan, 'list'),
  })
  const params = { docketId }
  await caller.call(bench, holdArraignment, {
    params,
    body: planArraignment(plan),
    idempotencyKey: keyOf(plan, 'hold'),
  })
  const { bail } = plan.read
  const idempotencyKey = keyOf(plan, 'order')
  if (bail === 'denied') await caller.call(bench, refuseBail, { params, body: planRefusal(), idempotencyKey })
  else await caller.call(bench, setBail, { params, body: planOrder(plan, bail), idempotencyKey })
}

/** Takes one case the whole way, from the arrest to the bail order and perhaps out of custody, each act by whose it is. What was done before stays as it was done. */
export const runCase = async (desk: ReplayDesk, read: CaseRead, key: string): Promise<CaseOutcome> => {
  const plan = planCase(read, key)
  try {
    const reported = await report(desk, plan)
    const complaintId = await charge(desk, plan, reported)
    await hear(desk, plan, await file(desk, plan, complaintId))
    if (desk.departs)
      await depart(desk.caller, reported.arrestId, { bail: read.bail, keyOf: step => keyOf(plan, step) })
    const { flag } = reported.match
    return { kind: 'loaded', flags: flag ? [...read.flags, flag] : read.flags }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return refuse(error.problem.reason, error.problem.detail)
  }
}
