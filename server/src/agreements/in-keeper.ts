import type { PoolClient } from 'pg'
import { type Read, readBy, type Statement } from '../db/statement.ts'
import { tryLockKeeper } from './keeper.sql.ts'

/** What the keeper's job writes with: one connection of its own door. The acts and their entries are the database's functions. */
export interface KeeperTx extends Read {
  write(statement: Statement): Promise<number>
}

const txOf = (client: PoolClient): KeeperTx => ({
  ...readBy(client),
  async write({ name, text, values }) {
    return (await client.query({ name, text, values: [...values] })).rowCount ?? 0
  },
})

/** Another process keeps the agreements at this moment. */
export class KeeperBusy extends Error {
  constructor() {
    super('another process keeps the agreements')
    this.name = 'KeeperBusy'
  }
}

/** One transaction of the keeper's. Whatever the body throws is thrown again after the rollback; KeeperBusy where it must wait. */
export const inKeeperTransaction = async <T>(client: PoolClient, body: (tx: KeeperTx) => Promise<T>): Promise<T> => {
  await client.query('begin isolation level read committed')
  try {
    const tx = txOf(client)
    if (!(await tx.find<{ locked: boolean }>(tryLockKeeper))?.locked) throw new KeeperBusy()
    const result = await body(tx)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
