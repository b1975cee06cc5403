import type { Client } from 'pg'
import { type Door, doors } from '../src/doors.ts'
import { type TestDatabase, testDatabase } from '../src/testing/index.ts'
import { connect } from './door-client.ts'

export interface WalledDatabase {
  database: TestDatabase
  /** Superuser. */
  admin: Client
  clientOf(door: Door): Client
  close(): Promise<void>
}

/** A fresh database with one connection through each door and one as superuser. */
export const openWalledDatabase = async (): Promise<WalledDatabase> => {
  const database = await testDatabase()
  const admin = await connect(database.admin)
  const clients = new Map<Door, Client>()
  for (const door of doors) clients.set(door, await connect(database.door(door)))
  const clientOf = (door: Door): Client => {
    const client = clients.get(door)
    if (client === undefined) throw new Error(`${door} is not connected`)
    return client
  }
  const close = async () => {
    for (const client of [admin, ...clients.values()]) await client.end()
    await database.drop()
  }
  return { database, admin, clientOf, close }
}
