import type { VerifierKey } from '@pars/ledger'
import type { Pool } from 'pg'
import { findRow } from '../db/direct.ts'
import { selectNightAudit } from './audit.sql.ts'
import { withAuditLock } from './audit-lock.ts'
import type { KeptCheckpoint } from './known-checkpoints.ts'
import { type AuditAskedBy, recordAudit } from './record-audit.ts'
import { type AuditProgress, runAudit } from './run-audit.ts'

export interface Auditor {
  readonly state: { progress: AuditProgress | null; trouble: string | null }
  /** Begins an audit. False where one runs, here or in another server of this database. */
  start(askedBy: AuditAskedBy | null): Promise<boolean>
  /** Looked at each minute: the night's audit begins at three, once for all servers of this database. */
  atNight(wall: number): Promise<void>
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

/** Runs one audit of the database at a time, when somebody asks and each night at three. Its result is an entry, whatever it found. */
export const startAuditor = (pool: Pool, options: AuditorOptions): Auditor => {
  const state: Auditor['state'] = { progress: null, trouble: null }
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  /** The night that waits for its audit, and the last one that had it. */
  let due: string | null = null
  let audited: string | null = null

  const onProgress = (progress: AuditProgress): void => {
    if (stopped) throw new Stopped('the server stops')
    state.progress = progress
  }
  const auditOnce = async (askedBy: AuditAskedBy | null): Promise<void> => {
    const report = await runAudit(pool, { key: options.key, kept: await options.listKept(), onProgress })
    await recordAudit(pool, report, askedBy)
    options.onEntry()
    state.trouble = null
    if (report.findings.count > 0) options.log(`audit: ${report.findings.count} faults, see the page of audits`)
  }
  const sayTrouble = (why: string): void => {
    state.trouble = why
    options.log(why)
  }
  const run = async (askedBy: AuditAskedBy | null, onBegun: (isBegun: boolean) => void): Promise<void> => {
    try {
      const own = await withAuditLock(pool, () => {
        onBegun(true)
        return auditOnce(askedBy)
      })
      if (!own) onBegun(false)
    } catch (error) {
      if (error instanceof Stopped) return
      const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
      sayTrouble(`the audit could not be done${code}`)
    } finally {
      state.progress = null
      onBegun(true)
    }
  }
  const start = (askedBy: AuditAskedBy | null): Promise<boolean> => {
    if (state.progress !== null || stopped) return Promise.resolve(false)
    state.progress = { stage: 'entries', done: 0, of: 0 }
    const begun = Promise.withResolvers<boolean>()
    running = run(askedBy, begun.resolve)
    return begun.promise
  }
  const atNight = async (wall: number): Promise<void> => {
    const night = nightOf(wall)
    if (night === null) {
      // Whoever holds the lock all night would else keep this database from its audit unseen.
      if (due !== null) sayTrouble(`the audit of the night of ${due} never began: another one held its lock`)
      due = null
      return
    }
    if (night === audited) return
    due = night
    const isDone = (await findRow<{ done: boolean }>(pool, selectNightAudit))?.done === true
    if (!isDone && !(await start(null))) return
    audited = night
    due = null
  }
  const timer = setInterval(() => {
    atNight(Date.now()).catch(() => options.log('the audit of the night could not be looked for'))
  }, minute)
  return {
    state,
    start,
    atNight,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
