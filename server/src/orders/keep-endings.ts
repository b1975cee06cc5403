import type { Pool } from 'pg'
import { listRows, writeRow } from '../db/direct.ts'
import type { EndingRegister } from './ending-register.ts'
import { callSweep, clearTable, deleteToVacuum, selectToVacuum } from './orders.sql.ts'
import { withoutTimeout } from './without-timeout.ts'

export interface EndingKeeper {
  /** Looks once, now, and waits until it has. */
  lookNow(): Promise<void>
  stop(): Promise<void>
}

const minute = 60_000

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03'

/** Clears dead rows out of the files of the tables that an order touched. One that somebody holds waits for the next minute. */
const clearFiles = async (pool: Pool): Promise<void> => {
  for (const table of await listRows<{ table_name: string; bytes: number; settled: boolean }>(pool, selectToVacuum)) {
    const isCleared = await withoutTimeout(pool, async client => {
      for (const statement of clearTable(table.table_name, table.bytes)) await client.query(statement)
      return true
    }).catch(error => {
      if (isBusy(error)) return false
      throw error
    })
    if (isCleared && table.settled) await writeRow(pool, deleteToVacuum(table.table_name))
  }
}

/**
 * Every minute, and right after an order: destroys what somebody wrote about an erased record while it was being erased, clears the
 * files, and keeps the register outside the database.
 */
export const startEndingKeeper = (pool: Pool, register: EndingRegister, log: (line: string) => void): EndingKeeper => {
  let looking: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    await register.keep()
    await listRows(pool, callSweep)
    await clearFiles(pool)
  }
  const lookNext = (): Promise<void> => {
    looking = looking.then(look).catch(error => {
      const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
      log(`what orders ended is not swept${code}; it is tried again in a minute`)
    })
    return looking
  }
  const timer = setInterval(() => void lookNext(), minute)
  timer.unref()
  return {
    lookNow: lookNext,
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
