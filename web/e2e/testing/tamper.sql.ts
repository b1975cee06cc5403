import { parseId } from '@pars/domain'
import type { Client } from 'pg'

/** What an administrator with every password can do: the walls are off, and a row says something else than its entry. */
export const moveArrestTime = async (admin: Client, arrestId: string): Promise<void> => {
  await admin.query('set session_replication_role = replica')
  const { rowCount } = await admin.query(
    `update police.arrest set arrested_at = arrested_at - interval '3 hours' where arrest_id = $1`,
    [parseId('arr', arrestId)],
  )
  if (rowCount !== 1) throw new Error('no such arrest')
}
