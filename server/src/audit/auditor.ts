import type { VerifierKey } from '@pars/ledger'
import type { Pool } from 'pg'
import type { KeptCheckpoint } from './known-checkpoints.ts'
import { type AuditAskedBy, recordAudit } from './record-audit.ts'
import { type AuditProgress, runAudit } from './run-audit.ts'

export interface Auditor {
  readonly state: { progress: AuditProgress | null; trouble: string | null }
  /** Begins an audit, unless one runs. */
  start(askedBy: AuditAskedBy | null): void
  stop(): Promise<void>
}

export interface AuditorOptions {
  readonly key: VerifierKey
  readonly listKept: () => Promise<readonly KeptCheckpoint[]>
  /** Its entry was committed. */
  readonly onEntry: () => void
  readonly log: (line: string) => void
}

const minute = 60_000
const nightHour = 3
const cityTime = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hour: '2-digit',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Day and hour of the wall's clock in the city: machines rest at night whatever a rehearsal's clock says. */
const nightOf = (wall: number): string | null => {
  const parts = Object.fromEntries(cityTime.formatToParts(wall).map(part => [part.type, part.value]))
  return Number(parts['hour']) === nightHour ? `${parts['year']}-${parts['month']}-${parts['day']}` : null
}

class Stopped extends Error {}

/** Runs one audit at a time, when somebody asks and each night at three. Its result is an entry, whatever it found. */
export const startAuditor = (pool: Pool, options: AuditorOptions): Auditor => {
  const state: Auditor['state'] = { progress: null, trouble: null }
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  let audited: string | null = null

  const onProgress = (progress: AuditProgress): void => {
    if (stopped) throw new Stopped('the server stops')
    state.progress = progress
  }
  const run = async (askedBy: AuditAskedBy | null): Promise<void> => {
    try {
      const report = await runAudit(pool, { key: options.key, kept: await options.listKept(), onProgress })
      await recordAudit(pool, report, askedBy)
      options.onEntry()
      state.trouble = null
      if (report.findings.count > 0) options.log(`audit: ${report.findings.count} faults, see the page of audits`)
    } catch (error) {
      if (error instanceof Stopped) return
      const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
      state.trouble = `the audit could not be done${code}`
      options.log(state.trouble)
    } finally {
      state.progress = null
    }
  }
  const start = (askedBy: AuditAskedBy | null): void => {
    if (state.progress !== null || stopped) return
    state.progress = { stage: 'entries', done: 0, of: 0 }
    running = run(askedBy)
  }
  const timer = setInterval(() => {
    const night = nightOf(Date.now())
    if (night === null || night === audited) return
    audited = night
    start(null)
  }, minute)
  return {
    state,
    start,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
