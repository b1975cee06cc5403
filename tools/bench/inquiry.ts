import { loadavg } from 'node:os'
import { join } from 'node:path'
import { doorVerifier } from '@pars/database'
import type { Client } from 'pg'
import { setCredential } from '../../server/tests/testing/partner/insert-partner.sql.ts'
import type { MadeUpPartner } from '../../server/tests/testing/partner/made-up-partner.ts'
import { type BenchResult, percentile, round } from './bench-result.ts'
import type { AskingResult } from './inquiry/ask-signed.ts'
import { floorRole, loadRecords, makeFloor, settle } from './inquiry/bulk-records.sql.ts'
import { askFor, type InquiryCity, loadOf, startInquiryCity } from './inquiry/inquiry-city.ts'

const few = 100_000
/** 10 M take a quarter of an hour to load and 15 GB: ask for them by PARS_BENCH_RECORDS. */
const many = Number(process.env['PARS_BENCH_RECORDS'] ?? '1000000')
const rated = 1_000_000
const rounds = 3
const dates = { startsOn: '2020-01-01', endsOn: '2150-12-31' }
const floorDoor = join(import.meta.dirname, 'inquiry/floor-door.ts')

/** In parts, so that no transaction is huge. */
const loadUpTo = async (admin: Client, from: number, through: number): Promise<void> => {
  for (let first = from + 1; first <= through; first += 100_000)
    await loadRecords(admin, first, Math.min(first + 99_999, through))
  await settle(admin)
}

interface Measuring {
  city: InquiryCity
  partner: MadeUpPartner
}

/** Asks through one door that is opened for it; the first seconds warm it up and count for nothing. */
const measure = async (
  { city, partner }: Measuring,
  records: number,
  { program, times }: { program?: string; times: number },
): Promise<AskingResult[]> => {
  const door = await city.openDoor(program)
  try {
    await askFor(loadOf(city, partner, { records, seconds: 4, most: 20_000 }))
    const results: AskingResult[] = []
    for (let round = 0; round < times; round++) results.push(await askFor(loadOf(city, partner, { records })))
    return results
  } finally {
    await door.stop()
  }
}

const median = (values: readonly number[]): number => percentile(values, 0.5)

interface Pair {
  real: AskingResult
  floor: AskingResult
}

/** Floor and inquiry by turns, so that both have the same machine. */
const compare = async (measuring: Measuring): Promise<Pair[]> => {
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round++) {
    const [floor] = await measure(measuring, rated, { program: floorDoor, times: 1 })
    const [real] = await measure(measuring, rated, { times: 1 })
    if (floor && real) pairs.push({ floor, real })
  }
  return pairs
}

/** Signed inquiries of one person, each with its purpose tested against the docket that it cites, through server and partner door. */
export const benchInquiry = async (): Promise<BenchResult[]> => {
  const city = await startInquiryCity()
  try {
    await makeFloor(city.admin)
    await setCredential(city.admin, floorRole, doorVerifier(city.place.partnerDoorKey, floorRole))
    const measuring = { city, partner: await city.partner(dates) }
    await loadUpTo(city.admin, 0, few)
    const small = await measure(measuring, few, { times: rounds })
    await loadUpTo(city.admin, few, rated)
    const pairs = await compare(measuring)
    const large =
      many > rated
        ? await (async () => {
            await loadUpTo(city.admin, rated, many)
            return measure(measuring, many, { times: rounds })
          })()
        : pairs.map(({ real }) => real)
    return resultsOf(small, pairs, large)
  } finally {
    await city.stop()
  }
}

const resultsOf = (small: AskingResult[], pairs: Pair[], large: AskingResult[]): BenchResult[] => {
  const ratios = pairs.map(({ real, floor }) => real.perSecond / floor.perSecond)
  const rates = pairs.map(({ real }) => real.perSecond)
  const p95 = (results: readonly AskingResult[]): number => median(results.map(each => each.p95))
  const real95 = p95(pairs.map(({ real }) => real))
  const floorRate = Math.round(median(pairs.map(({ floor }) => floor.perSecond)))
  const [load = 0] = loadavg()
  const how = `median of ${rounds}, 64 in flight from a process on the same machine, records bulk-loaded behind the API, load average ${round(load)} at the end`
  return [
    {
      name: 'inquiry.floor_ratio',
      value: round(median(ratios), 2),
      unit: 'ratio',
      target: 0.5,
      better: 'more',
      note: `1 M arrests; floor ${floorRate}/s: same door, key and signature check, then one SELECT, one one-row INSERT with its commit; ${how}`,
    },
    {
      name: 'inquiry.rate',
      value: Math.round(median(rates)),
      unit: '1/s',
      target: 800,
      better: 'more',
      note: `1 M arrests; p50 ${round(median(pairs.map(({ real }) => real.p50)))} ms, p95 ${round(real95)} ms; ${how}`,
    },
    { name: 'inquiry.p95', value: round(real95), unit: 'ms', target: 100, better: 'less' },
    {
      name: 'inquiry.growth',
      value: round(p95(large) / p95(small), 2),
      unit: 'ratio',
      target: 1.3,
      better: 'less',
      note: `p95 at ${many.toLocaleString('en-US')} over p95 at ${few.toLocaleString('en-US')} (${round(p95(small))} ms)`,
    },
  ]
}
