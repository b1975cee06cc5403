import { departureDesk, nextDocketNumber, viewArrest } from '@pars/contract'
import type { Act, Deed } from '../plan/act.ts'
import { sessionAfter } from '../plan/sessions.ts'
import { hours } from '../time/city-time.ts'
import { IdNotKnown, idsOfRecord } from './case-ids.ts'
import { sittingFor } from './court-sessions.ts'
import type { Hands, Running } from './hands.ts'
import { persist } from './persist.ts'
import type { Setting } from './requests/request.ts'

const tooLate = hours

/** The planned time, unless the act is far behind its plan: then the clock's. */
const saidAt = ({ at, deed }: Act, running: Running, { clock, resumedAt }: Hands): number => {
  const isBehind = at > resumedAt && clock.now() - at > tooLate
  const said = isBehind ? clock.now() : at
  // Nobody leaves before the confirmation.
  return deed.kind === 'acknowledge' ? Math.max(said, running.doneBy) : said
}

/** Learns all ids anew from the record. The charging attorney opens it, which is journaled. */
export const readRecord = async ({ callers }: Hands, running: Running): Promise<void> => {
  const { signal } = callers
  const { arrestId } = running.ids
  if (arrestId === undefined) throw new IdNotKnown('arrest')
  const query = { purpose: 'charging', forWhom: 'own-seat' } as const
  const view = () => callers.as('charging-attorney').call(viewArrest, { params: { arrestId }, query, signal })
  running.ids = idsOfRecord(await persist(view, signal))
}

const needsPoliceCharges = ({ kind }: Deed): boolean => kind === 'decide' || kind === 'correct'

/** What surrounds an act that is about to be done. */
export const settingOf = async (act: Act, running: Running, hands: Hands): Promise<Setting> => {
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

export interface RefusedAct {
  readonly act: Act
  readonly running: Running
  readonly setting: Setting
  readonly hands: Hands
}

/**
 * What to send instead, where somebody else was there first: for a newer version, under the court's own next number, on the basis
 * that the orders give, in the sitting after a full one.
 */
export const mend = async (
  reason: string,
  { act, running, setting, hands }: RefusedAct,
): Promise<Setting | undefined> => {
  const { callers, clock, sessions } = hands
  const { signal } = callers
  if (reason === 'version-changed') {
    await readRecord(hands, running)
    return { ...setting, ids: running.ids }
  }
  if (reason === 'docket-number-used') {
    const { docketNumber } = await persist(() => callers.as('court-clerk').call(nextDocketNumber, { signal }), signal)
    return { ...setting, docketNumber }
  }
  if (act.deed.kind === 'propose' && (reason === 'basis-contradicts-facts' || reason === 'hold-open')) {
    const { rows } = await persist(() => callers.as('release-desk').call(departureDesk, { signal }), signal)
    const basis = rows.find(({ arrestId }) => arrestId === running.ids.arrestId)?.suggestedBasis
    return basis ? { ...setting, basis } : undefined
  }
  if (reason === 'slot-range' && act.deed.kind === 'list') {
    const full = sittingFor(act.deed.session, clock.now())
    return { ...setting, courtSessionId: await sessions.idOf(sessionAfter(full.startsAt + 1)) }
  }
  return undefined
}
