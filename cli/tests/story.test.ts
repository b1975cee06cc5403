import { randomBytes } from 'node:crypto'
import { storyOf2018, storyThrough, storyWithoutTheQuestion } from '@pars/city/scenarios'
import { utf8, withFilter } from '@pars/ledger'
import { beforeAll, describe, expect, test } from 'vitest'
import { flips } from '../../packages/ledger/tests/flips.ts'
import { startPartnerCity } from '../../server/tests/testing/partner/start-partner-city.ts'
import { checkStoryPackage } from '../src/story/check-packages.ts'
import { runStory, type StoryRun } from '../src/story/run-story.ts'
import { startStoryCity } from '../src/story/start-story-city.ts'

const through = '2017-10-31'
const days = 61

const tellTwoMonths = async (): Promise<StoryRun> => {
  const city = await startPartnerCity({ startsAt: '2017-09-01T06:00:00-04:00' })
  try {
    const { baseUrl, tokenOf } = city.server
    return await runStory({ baseUrl, tokenOf }, storyThrough(storyOf2018, through), () => {})
  } finally {
    await city.stop()
  }
}

const saidBy = ({ counted }: StoryRun): string[] => counted.lines.map(({ say }) => say)
const missed = ({ replayed }: StoryRun) => replayed.points.filter(({ happened }) => !happened)

describe('the first two months under terms that hold the daily question', () => {
  let run: StoryRun
  beforeAll(async () => {
    run = await tellTwoMonths()
  }, 120_000)

  test('every turning point of them happens, in the order of the story, each with its entry', () => {
    expect(missed(run)).toEqual([])
    expect(run.replayed.points.map(({ name }) => name)).toEqual(
      storyThrough(storyOf2018, through).moments.map(({ name }) => name),
    )
    const numbers = run.replayed.points.map(({ number }) => number ?? 0)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers[0]).toBeGreaterThan(0)
  })

  test('an arrest of each day is on record, and none was refused', () => {
    expect(run.replayed.arrests).toBe(days)
    expect(run.replayed.refusedActs).toEqual([])
  })

  test('the log alone tells how often and on how many days a place of birth was asked for', () => {
    expect(run.replayed.daily).toMatchObject({ answered: days - 1, refused: 0 })
    expect(run.replayed.daily.rows).toBeGreaterThan(0)
    expect(saidBy(run)).toContain(`inquiries by place of birth: ${days - 1}, on ${days - 1} days`)
    expect(run.counted.lines.filter(({ holds }) => !holds)).toEqual([])
  })

  test('ends with an audit package of the first agreement: the same for both sides, and all of it holds', async () => {
    const { packages } = run.replayed
    expect(packages?.byPartner).toBe(packages?.byCustodian)
    const report = await checkStoryPackage(utf8(packages?.byCustodian ?? ''))
    expect(report.faults).toEqual([])
    expect(withFilter(report, 'birth-country').entries).toHaveLength(days - 1)
  })

  const seed = Number(process.env['PARS_SEED'] ?? randomBytes(4).readUInt32BE())
  test(`one byte changed anywhere in that package fails, and the place is named (50 flips, seed ${seed})`, async () => {
    const bytes = utf8(run.replayed.packages?.byCustodian ?? '')
    for await (const { faults, named, ...where } of flips(bytes, { seed, count: 50 }, checkStoryPackage))
      expect({ ...where, named, faults: named ? [] : faults }).toEqual({ ...where, named: true, faults: [] })
  }, 120_000)

  test('questions refused by the city’s own mistake are counted in the letter that admits it', () => {
    const fault = run.replayed.points.find(({ name }) => name === 'own-fault')
    expect(run.replayed.others.refused).toBeGreaterThan(0)
    expect(fault?.did).toBe(`letter served; counted from the log: ${run.replayed.others.refused}`)
  })
})

describe('the same two months under terms without that question', () => {
  let run: StoryRun
  beforeAll(async () => {
    // A cluster of its own: login roles are of the cluster, and the agreements of both stories have the same names.
    const city = await startStoryCity('2017-09-01T06:00:00-04:00', () => {})
    const story = storyThrough(storyWithoutTheQuestion, through)
    run = await runStory(city, story, () => {}).finally(city.stop)
  }, 120_000)

  test('each day’s question is refused because there is no such question, and the log counts it', () => {
    expect(missed(run)).toEqual([])
    expect(run.replayed.daily).toMatchObject({
      answered: 0,
      refused: days - 1,
      rows: 0,
      terms: { 'question-not-granted': days - 1 },
    })
    expect(saidBy(run)).toContain(`of these refused because no such question exists: ${days - 1}`)
    expect(run.counted.lines.filter(({ holds }) => !holds)).toEqual([])
  })
})
