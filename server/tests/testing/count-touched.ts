import type { Pool } from 'pg'
import type { Statement } from '../../src/db/statement.ts'

interface Plan {
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}

const touchedIn = (plan: Plan, table: string): number => {
  const own = plan['Relation Name'] === table ? 1 : 0
  const removed = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
  const below = (plan.Plans ?? []).reduce((sum, each) => sum + touchedIn(each, table), 0)
  return below + own * (plan['Actual Rows'] + removed) * plan['Actual Loops']
}

/** How many rows of one table a statement looks at, where indexes are used although the tables are small. */
export const countTouched = async (pool: Pool, statement: Statement, table: string): Promise<number> => {
  const client = await pool.connect()
  try {
    await client.query('begin; set local enable_seqscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, format json) ${statement.text}`,
      [...statement.values],
    )
    const plan = rows[0]?.['QUERY PLAN'][0].Plan
    if (!plan) throw new Error('no plan')
    return touchedIn(plan, table)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
