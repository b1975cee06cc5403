import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { reportArrest, viewCity } from '@pars/contract'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { type BenchResult, percentile, round } from './bench-result.ts'
import { loadStatutes, madeUpReport } from './made-up-reports.ts'
import { type BenchServer, startBenchServer } from './started-server.ts'

const streams = 500
const actsPerSecond = 20
const seconds = 15

const watchRows = readFileSync(join(import.meta.dirname, 'watch-rows.js'), 'utf8')

const act = async (server: BenchServer): Promise<Map<string, number>> => {
  await loadStatutes(await server.as('court-manager'))
  const intake = await server.as('intake-system')
  const { now } = await intake.call(viewCity)
  const ahead = Date.parse(now) - Date.now()
  const committed = new Map<string, number>()
  const running: Promise<void>[] = []
  for (let number = 0; number < actsPerSecond * seconds; number++) {
    running.push(
      intake.call(reportArrest, { body: madeUpReport(1_000_000 + number, Date.now() + ahead) }).then(({ arrestId }) => {
        committed.set(arrestId, Date.now())
      }),
    )
    await sleep(1000 / actsPerSecond)
  }
  await Promise.all(running)
  return committed
}

const openStreams = async (server: BenchServer) => {
  const program = join(import.meta.dirname, 'open-streams.ts')
  const child = spawn(process.execPath, [program, `${server.baseUrl}/api/board/stream`, String(streams)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

/** From the answer to an act, which comes right after its commit, to the frame that shows its row, in one browser among many streams. */
export const benchBoard = async (): Promise<BenchResult[]> => {
  const server = await startBenchServer()
  const others = await openStreams(server)
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox'],
    headless: true,
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(`${server.baseUrl}/board`)
    await page.waitForSelector('main h1')
    await page.evaluate(watchRows)
    const committed = await act(server)
    await sleep(2000)
    const drawn = await page.evaluate<Record<string, number | null>>('window.drawn')
    const times = [...committed].map(([id, at]) => (drawn[id] ?? Number.NaN) - at)
    const missing = times.filter(Number.isNaN).length
    if (missing > 0) throw new Error(`${missing} of ${times.length} acts never came to the page`)
    const note = `${times.length} acts at ${actsPerSecond}/s, ${streams} streams; median ${percentile(times, 0.5)} ms`
    return [
      { name: 'board.latency', value: round(percentile(times, 0.95)), unit: 'ms', target: 250, better: 'less', note },
    ]
  } finally {
    await browser.close()
    others.stdin.end()
    await server.stop()
  }
}
