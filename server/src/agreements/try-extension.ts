import { type PlainDate, refuse } from '@pars/domain'
import type { Pool } from 'pg'
import type { Actor } from '../actor.ts'
import { doorNames } from '../db/doors.ts'
import type { Statement } from '../db/statement.ts'
import { doorOf, inTransaction } from '../db/transaction.ts'
import type { Runtime } from '../runtime.ts'
import { recordRefusal } from '../verb.ts'
import { extensions } from './extension.sql.ts'

export interface ExtensionTry {
  readonly role: string
  readonly what: string
  readonly sqlstate: string
  readonly said: string
}

interface DatabaseSaid {
  code: string
  message: string
}
const isDatabaseSaid = (error: unknown): error is DatabaseSaid =>
  error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))

/** What the database says to one statement of one role. Nothing of it stays. Throws when the database does it. */
const tryOne = async (pool: Pool, { text, values }: Statement): Promise<DatabaseSaid> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(text, [...values])
  } catch (error) {
    if (isDatabaseSaid(error)) return { code: error.code, message: error.message }
    throw error
  } finally {
    await client.query('rollback')
    client.release()
  }
  throw new Error('the walls are broken: a role could extend an agreement without a vote')
}

const onlyAVote = refuse(
  'only-a-vote-extends',
  'Only two ballots and the acceptance extend an agreement; open a resolution.',
)

/** Tries to extend an agreement as each role that this server has, and records that somebody tried. */
export const tryExtension = async (
  runtime: Runtime,
  actor: Actor,
  { agreementId, until }: { agreementId: string; until: PlainDate },
): Promise<{ tries: ExtensionTry[]; entryId: string }> => {
  const tries: ExtensionTry[] = []
  for (const door of doorNames)
    for (const statement of extensions(agreementId, until)) {
      const { code, message } = await tryOne(runtime.doors[door], statement)
      tries.push({ role: `pars_${door}`, what: statement.what, sqlstate: code, said: message })
    }
  const { entryId } = await inTransaction(runtime.doors[doorOf(actor.party)], tx =>
    recordRefusal(tx, actor, 'agreement.extend', onlyAVote),
  )
  return { tries, entryId }
}
