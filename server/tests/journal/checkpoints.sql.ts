import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { TestServer } from '../testing/start-test-server.ts'

const asAdmin = async <T>({ database }: TestServer, use: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(database.admin)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** An entry of the record without an act, through the door that may write it. */
export const writeEntry = async ({ runtime }: TestServer): Promise<void> => {
  const contents = ['"record.opened"', null, null, '{"made":"up"}']
  await runtime.doors.police.query(
    `select journal.append('record.opened', null, $1, '{kind,actor,subject,act}', $2, $3)`,
    [randomBytes(32), contents.map(() => randomBytes(32)), contents],
  )
  runtime.doorbell.ring()
}

/** The size of the log once nothing waits any more. */
export const untilNumbered = async ({ runtime }: TestServer): Promise<number> => {
  for (let turn = 0; turn < 200; turn++) {
    const { rows } = await runtime.doors.sequencer.query<{ size: number; waiting: boolean }>(
      'select size, exists (select from journal.waiting) as waiting from journal.head',
    )
    if (rows[0] && !rows[0].waiting) return rows[0].size
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('something waits for its number')
}

/** As a superuser who has taken the trigger away: one leaf holds another byte. */
export const alterLeaf = (server: TestServer, number: number): Promise<void> =>
  asAdmin(server, async client => {
    await client.query('begin; alter table journal.place disable trigger refuse_change')
    await client.query('update journal.place set leaf = set_byte(leaf, 10, 33) where number = $1', [number])
    await client.query('alter table journal.place enable always trigger refuse_change; commit')
  })

export const newestCheckpointSize = async ({ runtime }: TestServer): Promise<number> =>
  (await runtime.doors.sequencer.query<{ size: number }>('select max(size) as size from journal.checkpoint')).rows[0]
    ?.size ?? 0
