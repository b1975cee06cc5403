import type { Pool } from 'pg'
import { findRow } from '../db/direct.ts'
import type { Runtime } from '../runtime.ts'
import { selectCreation } from '../system/system.sql.ts'

/** What the database says it is. Throws where it was never created. */
export const readCity = async (pool: Pool): Promise<Runtime['city']> => {
  const row = await findRow<{ city: string; rehearsal: boolean; origin: string }>(pool, selectCreation)
  if (!row) throw new Error('This database was never created by PARS. Migrate it first.')
  return { name: row.city, rehearsal: row.rehearsal, origin: row.origin }
}
