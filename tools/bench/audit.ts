import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Client, reportArrest, viewArrest, viewCity } from '@pars/contract'
import { projectFolder } from '../source-files.ts'
import type { BenchResult } from './bench-result.ts'
import { loadStatutes, madeUpReport } from './made-up-reports.ts'
import { startBenchServer } from './started-server.ts'

/** A tenth of a city's year in the usual run; AUDIT_ENTRIES=100000 takes some minutes to fill. */
const entries = Number(process.env['AUDIT_ENTRIES'] ?? 10_000)
const atOnce = 24

/** Half of the entries are reports, each with all its rows, half say that a record was opened. */
const fill = async (intake: Client, clerk: Client, cityAhead: number): Promise<void> => {
  let next = 0
  const work = async (): Promise<void> => {
    while (next < entries / 2) {
      next += 1
      const body = madeUpReport(next, Date.now() + cityAhead)
      const { arrestId } = await intake.call(reportArrest, { body })
      await clerk.call(viewArrest, { params: { arrestId } })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

interface Said {
  ok: boolean
  through: number
  milliseconds: number
}

/** Entries a second of `pars audit`, of which nothing may be found. */
export const benchAudit = async (): Promise<BenchResult[]> => {
  const server = await startBenchServer()
  try {
    await loadStatutes(await server.as('court-manager'))
    const intake = await server.as('intake-system')
    const { now } = await intake.call(viewCity)
    await fill(intake, await server.as('court-clerk'), Date.parse(now) - Date.now())
    const program = join(projectFolder, 'cli/src/pars.ts')
    const env = { ...process.env, PARS_HOME: server.home }
    const { stdout } = await promisify(execFile)(process.execPath, [program, 'audit', '--json', '--no-entry'], { env })
    const said = JSON.parse(stdout) as Said
    if (!said.ok) throw new Error(`an honest database was found changed: ${stdout}`)
    const note = `${said.through} entries, half of them arrest reports with all their rows, beside the running server`
    return [
      {
        name: 'audit.rate',
        value: Math.round(said.through / (said.milliseconds / 1000)),
        unit: '1/s',
        target: 1000,
        better: 'more',
        note,
      },
    ]
  } finally {
    await server.stop()
  }
}
