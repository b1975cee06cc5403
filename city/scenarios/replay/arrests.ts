import { loadReference, openCourtSession, ProblemError, viewReference } from '@pars/contract'
import { IdNotKnown, noCaseIds } from '../../src/drive/case-ids.ts'
import { requestOf } from '../../src/drive/requests/request-of.ts'
import type { Course, Deed } from '../../src/plan/act.ts'
import { planCourse } from '../../src/plan/plan-course.ts'
import { cityStatutes } from '../../src/reference/statutes.ts'
import { dayNumberOf, momentAt } from '../../src/time/city-time.ts'
import type { Stage } from './stage.ts'

/** Statutes on file, and the rooms that the next hearing may be in. */
export const prepareRecord = async (stage: Stage): Promise<string[]> => {
  const manager = await stage.as('court-manager')
  await manager.call(loadReference, { body: { statutes: cityStatutes } })
  const { rooms } = await manager.call(viewReference)
  return rooms.flatMap(({ room, court }) => (court === 'municipal' ? [room] : [])).sort()
}

const firstDay = dayNumberOf('2017-01-01')

/** The one arrest of a day, of somebody who does not exist; its numbers say the day. */
export const arrestOf = (seed: string, date: string): Course => {
  const serial = `${String(dayNumberOf(date) - firstDay).padStart(4, '0')}001`
  const intakeNumber = `STORY-${date.replaceAll('-', '')}`
  const docketNumbers = [1, 2].map(ofDay => `MC-51-CR-${serial.slice(0, 4)}00${ofDay}-${date.slice(0, 4)}`)
  const person = { key: intakeNumber, on: date, policeNumber: serial, arrestedBefore: false }
  return planCourse({ seed, intakeNumber, arrestedAt: momentAt(date, 3), person, otn: `S${serial}`, docketNumbers })
}

/** Of what is done about an arrest the story takes the shortest way from the report to the bail order. */
const way: readonly Deed['kind'][] = [
  'take',
  'decide',
  'complaint',
  'file',
  'list',
  'guideline',
  'request',
  'defense-request',
  'arraign',
  'order',
  'refuse',
]

/** Who is released by police on a summons is heard another day. */
const isForCourt = ({ acts }: Course): boolean =>
  acts.every(({ deed }) => deed.kind !== 'complaint' || deed.body.processRequested !== 'summons')

/** What is done twice, because the first time led nowhere, is done once here; a second case has acts of its own. */
const wayOf = ({ acts }: Course): Deed[] => {
  const deeds = acts.map(({ deed }) => deed).filter(({ kind }) => way.includes(kind))
  const keys = deeds.map(deed => `${deed.kind} ${'docket' in deed ? deed.docket : ''}`)
  return deeds.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

/** The sitting of the arraignment court that sits at that time. */
const openSitting = async (stage: Stage, now: number): Promise<string> => {
  const body = { room: 'B-08', startsAt: new Date(now).toISOString(), magistrateId: null }
  return (await (await stage.as('court-system')).call(openCourtSession, { body })).courtSessionId
}

const isRefusal = (error: unknown): boolean =>
  error instanceof IdNotKnown || (error instanceof ProblemError && error.problem.status < 500)

export interface Recorded {
  /** Of the first case; undefined where it went no further than the report. */
  readonly docketNumber: string | undefined
  readonly acts: number
  readonly refused: readonly string[]
}

/** Enters an arrest: the report alone, or all that is done about it up to the bail order, in one morning. */
export const record = async (
  stage: Stage,
  course: Course,
  { whole, rooms, now }: { whole: boolean; rooms: readonly string[]; now: number },
): Promise<Recorded> => {
  const signal = new AbortController().signal
  const ids = noCaseIds()
  const report: Deed = { kind: 'report' }
  const deeds = whole && isForCourt(course) ? wayOf(course) : []
  const courtSessionId = deeds.some(({ kind }) => kind === 'list') ? await openSitting(stage, now) : undefined
  const refused: string[] = []
  let acts = 0
  for (const deed of [report, ...deeds]) {
    const request = requestOf(deed, { course, ids, saidAt: now, rooms, courtSessionId })
    try {
      await request.send(await stage.as(request.subject), `${course.intakeNumber}/${acts}-${deed.kind}`, signal)
      acts += 1
    } catch (error) {
      if (!isRefusal(error)) throw error
      refused.push(`${deed.kind}: ${error instanceof ProblemError ? error.problem.reason : 'no id'}`)
      break
    }
  }
  const filed = ids.docketIds.length > 0 ? course.acts.find(({ deed }) => deed.kind === 'file')?.deed : undefined
  return { docketNumber: filed?.kind === 'file' ? filed.docketNumber : undefined, acts, refused }
}
