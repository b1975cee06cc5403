import { loadReference, ProblemError, viewReference } from '@pars/contract'
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

/** The story needs no sitting's list: who is heard is heard. */
const leftOut: ReadonlySet<Deed['kind']> = new Set([
  'list',
  'not-produced',
  'draft',
  'hold',
  'lift-hold',
  'send-back',
  'correct',
])
const custody: ReadonlySet<Deed['kind']> = new Set(['propose', 'confirm', 'acknowledge'])

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
  const setting = { course, ids: noCaseIds(), saidAt: now, rooms }
  const report: Deed = { kind: 'report' }
  const later = course.acts.map(({ deed }) => deed).filter(({ kind }) => kind !== 'send' && kind !== 'report')
  const deeds = whole ? later.filter(({ kind }) => !leftOut.has(kind) && !custody.has(kind)) : []
  const refused: string[] = []
  let acts = 0
  for (const deed of [report, ...deeds]) {
    const request = requestOf(deed, setting)
    try {
      await request.send(await stage.as(request.subject), `${course.intakeNumber}/${acts}-${deed.kind}`, signal)
      acts += 1
    } catch (error) {
      if (!isRefusal(error)) throw error
      refused.push(`${deed.kind}: ${error instanceof ProblemError ? error.problem.reason : 'no id'}`)
      break
    }
  }
  const filed =
    setting.ids.docketIds.length > 0 ? course.acts.find(({ deed }) => deed.kind === 'file')?.deed : undefined
  return { docketNumber: filed?.kind === 'file' ? filed.docketNumber : undefined, acts, refused }
}
