import { addDays, hours, momentAt, weekdayOf } from '../../src/time/city-time.ts'
import type { Moment, PartnerCode } from '../story.ts'
import { arrestOf, prepareRecord, record } from './arrests.ts'
import { type Asked, askBornAbroad, askOne, meetDuties, type OnePerson } from './inquiries.ts'
import { type BothPackages, exportBoth } from './packages.ts'
import { momentOf, type Stage, type StoryOptions, setStage } from './stage.ts'
import { tellMoment } from './tell-moment.ts'
import type { TurningPoint } from './turning-point.ts'

export interface ReplayedStory {
  readonly points: readonly TurningPoint[]
  readonly arrests: number
  readonly refusedActs: readonly string[]
  /** What was sent by the daily question, as whoever asked counts it. */
  readonly daily: { answered: number; refused: number; rows: number; terms: Record<string, number> }
  readonly others: { answered: number; refused: number; rows: number }
  /** The log must be published through here to be counted. */
  readonly lastNumber: number
  /** Of the first agreement. */
  readonly packages: BothPackages | undefined
}

interface Telling {
  readonly stage: Stage
  readonly rooms: readonly string[]
  readonly points: TurningPoint[]
  readonly refusedActs: string[]
  readonly daily: ReplayedStory['daily']
  readonly others: { answered: number; refused: number; rows: number }
  arrests: number
  /** The newest arrest that went through court, and the newest on a warrant. */
  inCourt: { otn: string; docketNumber: string } | undefined
  onWarrant: { otn: string; warrantNumber: string } | undefined
}

const add = (stage: Stage, sum: { answered: number; refused: number; rows: number }, asked: Asked): void => {
  stage.lastAsked = asked.entryId
  sum[asked.kind] += 1
  sum.rows += asked.rows
}

const enterArrest = async (telling: Telling, date: string, now: number): Promise<void> => {
  const { stage, rooms } = telling
  const course = arrestOf('story of 2018', date)
  const whole = weekdayOf(date) % 3 === 1
  const { docketNumber, refused } = await record(stage, course, { whole, rooms, now })
  telling.refusedActs.push(...refused.map(reason => `${date} ${reason}`))
  telling.arrests += 1
  const { otn, warrantNumber } = course.report
  if (otn !== null && docketNumber !== undefined) telling.inCourt = { otn, docketNumber }
  if (otn !== null && warrantNumber !== null) telling.onWarrant = { otn, warrantNumber }
}

/** What the units that ask about one person ask this day. */
const questionsAbout = ({ inCourt, onWarrant }: Telling): [PartnerCode, OnePerson][] => [
  ...(inCourt === undefined
    ? []
    : (['investigations-agency', 'pretrial-agency'] as const).map((code): [PartnerCode, OnePerson] => [
        code,
        {
          purpose: code === 'pretrial-agency' ? 'pretrial-supervision' : 'prosecution',
          cites: { kind: 'docket', value: inCourt.docketNumber },
          identifier: 'otn',
          value: inCourt.otn,
        },
      ])),
  ...(onWarrant === undefined
    ? []
    : [
        [
          'neighbor-police',
          {
            purpose: 'warrant-service',
            cites: { kind: 'warrant', value: onWarrant.warrantNumber },
            identifier: 'otn',
            value: onWarrant.otn,
          },
        ] as [PartnerCode, OnePerson],
      ]),
]

/** Every day the removal unit asks who said to be born abroad; the others ask about one person, twice a week. */
const askOfDay = async (telling: Telling, date: string, now: number): Promise<void> => {
  const { stage, daily } = telling
  if (!stage.partners.get('removal-agency')?.hasBegun) return
  const asked = await askBornAbroad(stage.partner('removal-agency'), now - 7 * 24 * hours)
  add(stage, daily, asked)
  if (asked.term !== null) daily.terms[asked.term] = (daily.terms[asked.term] ?? 0) + 1
  if (weekdayOf(date) % 3 !== 2) return
  for (const [code, about] of questionsAbout(telling)) {
    const partner = stage.partner(code)
    if (partner.hasBegun) add(stage, telling.others, await askOne(partner, about))
  }
}

/** Once a month the units meet their duties; the removal unit does not. */
const meetAll = async ({ stage }: Telling, date: string): Promise<void> => {
  if (date.slice(8) !== '05') return
  for (const [code, partner] of stage.partners)
    if (code !== 'removal-agency') await meetDuties(partner, addDays(date, 45))
}

const tell = async ({ stage, points }: Telling, moment: Moment): Promise<void> => {
  const shown = await stage.clockTo(momentOf(moment.at))
  const { name, say } = moment
  const came = await tellMoment(stage, moment).catch((error: Error) => ({
    place: {} as { number?: number; at?: string },
    did: `DID NOT HAPPEN: ${error.message}`,
    happened: false,
  }))
  const number = came.place.number ?? null
  if (number !== null) {
    stage.places.set(name, number)
    stage.places.set('latest', number)
  }
  const point = { name, say, at: came.place.at ?? shown, number, did: came.did, happened: came.happened }
  points.push(point)
  stage.options.tell(point)
}

/** Tells a story from its first day to its last, day by day, in a rehearsal whose clock begins no later than the story. */
export const replayStory = async (options: StoryOptions): Promise<ReplayedStory> => {
  const { story } = options
  const stage = setStage(options)
  const empty = { answered: 0, refused: 0, rows: 0 }
  await stage.clockTo(momentAt(story.from, 8))
  const telling: Telling = {
    stage,
    rooms: await prepareRecord(stage),
    points: [],
    refusedActs: [],
    daily: { ...empty, terms: {} },
    others: { ...empty },
    arrests: 0,
    inCourt: undefined,
    onWarrant: undefined,
  }
  for (let date = story.from; date <= story.through; date = addDays(date, 1)) {
    const morning = momentAt(date, 9)
    if (date !== story.from) await stage.clockTo(morning)
    await Promise.all([enterArrest(telling, date, morning), askOfDay(telling, date, morning)])
    await meetAll(telling, date)
    for (const moment of story.moments) if (moment.at.startsWith(date)) await tell(telling, moment)
  }
  for (const moment of story.moments) if (moment.at.slice(0, 10) > story.through) await tell(telling, moment)
  const { points, arrests, refusedActs, daily, others } = telling
  const lastNumber = Math.max(await stage.settle(), stage.places.get('latest') ?? 0)
  const first = stage.partners.get('removal-agency')
  const packages = first && (await exportBoth(stage, first, lastNumber))
  return { points, arrests, refusedActs, daily, others, lastNumber, packages }
}
