import { ProblemError } from '@pars/contract'
import type { Act } from '../plan/act.ts'
import { IdNotKnown } from './case-ids.ts'
import type { Hands, Running } from './hands.ts'
import { persist } from './persist.ts'
import type { Setting } from './requests/request.ts'
import { requestOf } from './requests/request-of.ts'
import { mend, readRecord, settingOf } from './setting-of.ts'
import { countOne } from './tally.ts'

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
    const mended = error instanceof ProblemError && (await mend(error.problem.reason, { act, running, setting, hands }))
    if (!mended) throw error
    await sendIn(mended)
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
