import type { ReplayedStory, Story } from '@pars/city/scenarios'
import { findAnswersWithClass, findInquiriesWithFilter } from '@pars/ledger'
import { type CheckedLog, countRefusals, daysWithFilter, tallyOf } from './read-story-log.ts'

export interface Line {
  readonly say: string
  readonly holds: boolean
}

/** What the log alone says of a story, and whether it is what happened. */
export interface Counted {
  readonly size: number
  readonly lines: readonly Line[]
}

const agreement = 'removal-2017'

const countDaily = ({ leaves }: CheckedLog, { dailyQuestion }: Story, { daily }: ReplayedStory): Line[] => {
  const probes = findInquiriesWithFilter(leaves, { filter: 'birth-country', agreement }).entries.length
  const onDays = daysWithFilter(leaves, { filter: 'birth-country', agreement }).size
  const asked = daily.answered + daily.refused
  const granted = dailyQuestion === 'granted'
  const refused = countRefusals(leaves, { agreement, term: 'question-not-granted' })
  return [
    { say: `inquiries by place of birth: ${probes}, on ${onDays} days`, holds: probes >= asked && onDays >= asked },
    granted
      ? { say: `of these refused because no such question exists: ${refused}`, holds: refused === 0 }
      : { say: `of these refused because no such question exists: ${refused}`, holds: refused === asked && asked > 0 },
  ]
}

const countClasses = ({ leaves }: CheckedLog, { points }: ReplayedStory): Line[] => {
  const held = (name: string) => findAnswersWithClass(leaves, { class: name })
  const victims = held('victim')
  const eve = points.find(({ name }) => name === 'eve-of-amendment')?.number ?? null
  const addresses = held('address').entries
  const since = eve === null ? [] : addresses.filter(entry => entry > eve)
  return [
    {
      say: `answers that held a class "victim": ${victims.entries.length} (no such class exists); sealed inquiries: ${victims.sealed.length}`,
      holds: victims.entries.length === 0,
    },
    ...(eve === null
      ? []
      : [
          {
            say: `answers that held addresses: ${addresses.length}, of these after the amendment: ${since.length}`,
            holds: since.length === 0,
          },
        ]),
  ]
}

export const countStory = (log: CheckedLog, story: Story, replayed: ReplayedStory): Counted => ({
  size: log.leaves.length,
  lines: [
    { say: `log verified: ${log.leaves.length} entries, ${log.report.faults.length} faults`, holds: log.report.ok },
    ...tallyOf(log.leaves).map(({ unit, answered, refused, rows }) => ({
      say: `${unit}: ${answered} answered with ${rows} rows, ${refused} refused`,
      holds: true,
    })),
    ...countDaily(log, story, replayed),
    ...countClasses(log, replayed),
  ],
})
