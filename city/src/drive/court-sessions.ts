import { listCourtSessions, openCourtSession, ProblemError, viewMe } from '@pars/contract'
import type { PlannedSession } from '../plan/act.ts'
import { sessionsBetween } from '../plan/sessions.ts'
import { hours, instantText, minutes } from '../time/city-time.ts'
import type { Callers } from './callers.ts'
import { persist } from './persist.ts'

const room = 'B-08'
/** A sitting takes no more cases so long after it began; the rule says six hours. */
const openFor = 6 * hours - 10 * minutes

/** The sittings of the arraignment court, opened when they are first needed. */
export interface CourtSessions {
  /** The id of the sitting that begins at a moment. Throws ProblemError when it can't be opened. */
  idOf(session: PlannedSession): Promise<string>
}

/** The sitting that sits at a moment. */
export const sittingAt = (moment: number): PlannedSession => {
  const session = sessionsBetween(moment - 6 * hours, moment + 1).at(-1)
  if (session === undefined) throw new RangeError('the arraignment court sits every few hours')
  return session
}

/** The planned sitting, unless it is over at that moment. */
export const sittingFor = (key: string | null, moment: number): PlannedSession => {
  const planned = sessionsBetween(moment - openFor, moment + 24 * hours).find(session => session.key === key)
  return planned ?? sittingAt(moment)
}

export const createCourtSessions = (callers: Callers): CourtSessions => {
  const { signal } = callers
  const ids = new Map<string, Promise<string>>()
  let magistrate: Promise<string | null> | undefined
  const findMagistrate = async (): Promise<string | null> => {
    const me = await persist(() => callers.as('magistrate').call(viewMe, { signal }), signal)
    return me.account?.accountId ?? null
  }
  const findOpened = async (startsAt: string): Promise<string | undefined> => {
    const { sessions } = await persist(() => callers.as('court-clerk').call(listCourtSessions, { signal }), signal)
    return sessions.find(session => session.room === room && Date.parse(session.startsAt) === Date.parse(startsAt))
      ?.courtSessionId
  }
  const open = async ({ key, startsAt: moment }: PlannedSession): Promise<string> => {
    magistrate ??= findMagistrate()
    const startsAt = instantText(moment)
    const body = { room, startsAt, magistrateId: await magistrate }
    const idempotencyKey = `city-session-${key}`
    try {
      const send = () => callers.as('court-system').call(openCourtSession, { body, idempotencyKey, signal })
      return (await persist(send, signal)).courtSessionId
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const found = await findOpened(startsAt)
      if (found === undefined) throw error
      return found
    }
  }
  return {
    idOf(session) {
      const known = ids.get(session.key)
      if (known) return known
      const opened = open(session)
      // What failed may succeed for the next case.
      opened.catch(() => ids.delete(session.key))
      ids.set(session.key, opened)
      return opened
    },
  }
}
