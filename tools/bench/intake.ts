import { type Client, reportArrest, viewArrest, viewBoard, viewCity } from '@pars/contract'
import { type BenchResult, percentile, round } from './bench-result.ts'
import { loadStatutes, madeUpReport } from './made-up-reports.ts'
import { startBenchServer } from './started-server.ts'

const seconds = 20
const reporters = 24
const readers = 2

interface Load {
  next: number
  readonly times: number[]
  readonly newest: string[]
  readonly until: number
  readonly cityAhead: number
}

const report = async (client: Client, load: Load): Promise<void> => {
  while (performance.now() < load.until) {
    const began = performance.now()
    const done = await client.call(reportArrest, { body: madeUpReport(load.next++, Date.now() + load.cityAhead) })
    load.times.push(performance.now() - began)
    load.newest.push(done.arrestId)
  }
}

const read = async (client: Client, load: Load): Promise<number> => {
  let reads = 0
  while (performance.now() < load.until) {
    const arrestId = load.newest.at(-1)
    if (arrestId) await client.call(viewArrest, { params: { arrestId } })
    if (reads % 20 === 0) await client.call(viewBoard)
    reads++
  }
  return reads
}

/** Arrest reports with their journal entries, sequenced and signed as they come, while others read records and the board. */
export const benchIntake = async (): Promise<BenchResult[]> => {
  const server = await startBenchServer()
  try {
    await loadStatutes(await server.as('court-manager'))
    const intake = await server.as('intake-system')
    const clerk = await server.as('court-clerk')
    const { now } = await intake.call(viewCity)
    const load: Load = {
      next: 1,
      times: [],
      newest: [],
      until: performance.now() + seconds * 1000,
      cityAhead: Date.parse(now) - Date.now(),
    }
    const [readCounts] = await Promise.all([
      Promise.all(Array.from({ length: readers }, () => read(clerk, load))),
      Promise.all(Array.from({ length: reporters }, () => report(intake, load))),
    ])
    const readCount = readCounts.reduce((sum, count) => sum + count, 0)
    const note = `${reporters} at once for ${seconds} s, beside ${Math.round(readCount / seconds)} record reads/s`
    return [
      {
        name: 'intake.rate',
        value: Math.round(load.times.length / seconds),
        unit: '1/s',
        target: 300,
        better: 'more',
        note,
      },
      { name: 'intake.p99', value: round(percentile(load.times, 0.99)), unit: 'ms', target: 250, better: 'less', note },
    ]
  } finally {
    await server.stop()
  }
}
