import { nextDocketNumber, ProblemError, viewArrest } from '@pars/contract'
import type { Act, Course, Deed } from '../plan/act.ts'
import { hours } from '../time/city-time.ts'
import type { Callers } from './callers.ts'
import { type CaseIds, IdNotKnown, idsOfRecord, noCaseIds } from './case-ids.ts'
import type { CityClock } from './city-clock.ts'
import { type CourtSessions, sittingFor } from './court-sessions.ts'
import { persist } from './persist.ts'
import type { Setting } from './requests/request.ts'
import { requestOf } from './requests/request-of.ts'
import { countOne, type Tally } from './tally.ts'

/** What carrying out an act needs beside the act. */
export interface Hands {
  readonly callers: Callers
  readonly clock: CityClock
  readonly sessions: CourtSessions
  readonly rooms: readonly string[]
  readonly tally: Tally
  /** Acts up to here were done by an earlier run, if there was one: they are sent again as they were sent then. */
  readonly resumedAt: number
}

/** An arrest on its way, with the place of its next act. */
export interface Running {
  readonly course: Course
  next: number
  ids: CaseIds
  /** No act so far was judged later than this. */
  doneBy: number
}

export const begin = (course: Course): Running => ({ course, next: 0, ids: noCaseIds(), doneBy: 0 })

/** Somebody sitting in the same chair did it first, or an earlier run of this program. */
const doneAlready: ReadonlySet<string> = new Set([
  'already-arraigned',
  'already-confirmed',
  'already-decided',
  'already-filed',
  'already-left',
  'already-lifted',
  'already-listed',
  'already-yours',
  'charge-in-other-complaint',
  'departure-open',
  'hold-exists',
  'key-reused',
  'not-sent-back',
  'order-exists',
  'order-made',
  'sent-back',
])

const tooLate = hours

/** The planned time, unless the act is far behind its plan: then the clock's. */
const saidAt = ({ at, deed }: Act, running: Running, { clock, resumedAt }: Hands): number => {
  const isBehind = at > resumedAt && clock.now() - at > tooLate
  const said = isBehind ? clock.now() : at
  // Nobody leaves before the confirmation.
  return deed.kind === 'acknowledge' ? Math.max(said, running.doneBy) : said
}

const readRecord = async ({ callers }: Hands, running: Running): Promise<void> => {
  const { signal } = callers
  const { arrestId } = running.ids
  if (arrestId === undefined) throw new IdNotKnown('arrest')
  const query = { purpose: 'charging', forWhom: 'own-seat' } as const
  const view = () => callers.as('charging-attorney').call(viewArrest, { params: { arrestId }, query, signal })
  running.ids = idsOfRecord(await persist(view, signal))
}

const needsPoliceCharges = ({ kind }: Deed): boolean => kind === 'decide' || kind === 'correct'

const settingOf = async (act: Act, running: Running, hands: Hands): Promise<Setting> => {
  const { deed } = act
  if (needsPoliceCharges(deed) && running.ids.policeChargeIds.length === 0) await readRecord(hands, running)
  const said = saidAt(act, running, hands)
  const moment = act.at > hands.resumedAt ? Math.max(said, hands.clock.now()) : act.at
  return {
    course: running.course,
    ids: running.ids,
    saidAt: said,
    rooms: hands.rooms,
    courtSessionId: deed.kind === 'list' ? await hands.sessions.idOf(sittingFor(deed.session, moment)) : undefined,
  }
}

const send = async (act: Act, running: Running, hands: Hands): Promise<void> => {
  const { callers } = hands
  const { signal } = callers
  const key = `${running.course.intakeNumber}/${running.next}-${act.deed.kind}`
  const setting = await settingOf(act, running, hands)
  const sendIn = async (chosen: Setting): Promise<void> => {
    const request = requestOf(act.deed, chosen)
    await persist(() => request.send(callers.as(request.subject), key, signal), signal)
  }
  try {
    await sendIn(setting)
  } catch (error) {
    const reason = error instanceof ProblemError ? error.problem.reason : ''
    if (reason === 'version-changed') {
      await readRecord(hands, running)
      await sendIn({ ...setting, ids: running.ids })
    } else if (reason === 'docket-number-used') {
      const number = await persist(() => callers.as('court-clerk').call(nextDocketNumber, { signal }), signal)
      await sendIn({ ...setting, docketNumber: number.docketNumber })
    } else throw error
  }
}

/** The reason of a "no", by the deed; undefined for whatever else was thrown. */
const reasonOf = (error: unknown): string | undefined => {
  if (error instanceof ProblemError) return error.problem.reason
  return error instanceof IdNotKnown ? error.message : undefined
}

/** Carries out the next act of an arrest. False when it was refused, so that the arrest goes no further by itself. */
export const carryOutNext = async (running: Running, hands: Hands): Promise<boolean> => {
  const { tally, clock } = hands
  const act = running.course.acts[running.next]
  if (act === undefined) return false
  const { kind } = act.deed
  const attempt = async (): Promise<void> => {
    try {
      await send(act, running, hands)
      countOne(tally.acts, kind)
    } catch (error) {
      const reason = reasonOf(error)
      if (reason === undefined || !doneAlready.has(reason)) throw error
      await readRecord(hands, running)
      countOne(tally.foundDone, `${kind}: ${reason}`)
    }
  }
  try {
    await attempt()
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    countOne(tally.refused, `${kind}: ${reason}`)
    return false
  }
  if (running.next === 0) tally.arrests += 1
  running.next += 1
  running.doneBy = clock.latest()
  return true
}
