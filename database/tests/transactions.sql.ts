import type { Client } from 'pg'

export const transact = {
  save: 'savepoint inside',
  release: 'release savepoint inside',
  rollBack: 'rollback to savepoint inside',
  beginAt: (level: string) => `begin isolation level ${level}`,
  commitAndChain: 'commit and chain',
  prepare: (name: string) => `prepare transaction '${name}'`,
  commitPrepared: (name: string) => `commit prepared '${name}'`,
  rollBackPrepared: (name: string) => `rollback prepared '${name}'`,
  constraintsNow: 'set constraints all immediate',
  waitBriefly: `set lock_timeout = '100ms'`,
  waitAsUsual: 'reset lock_timeout',
}

/** The lock by which a server puts all acts on one case into an order. */
export const lockCase = 'select pg_advisory_xact_lock(hashtextextended($1, 51))'
export const lockCaseInSession = 'select pg_advisory_lock(hashtextextended($1, 51))'

export const countHolds = async (client: Client, entryId: string): Promise<number> =>
  Number(
    (await client.query<{ count: string }>('select count(*) from police.hold where entry_id = $1', [entryId])).rows[0]
      ?.count,
  )
