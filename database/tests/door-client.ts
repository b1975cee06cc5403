import { Client, type ClientConfig, DatabaseError } from 'pg'

/** SQLSTATE with which a statement failed, or `ok`. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'ok'
  } catch (fault) {
    if (fault instanceof DatabaseError && fault.code !== undefined) return fault.code
    throw fault
  }
}

export const connect = async (config: ClientConfig): Promise<Client> => {
  const client = new Client(config)
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Runs `work` in a transaction that is rolled back; answers its SQLSTATE, or `ok`. */
export const attempt = async (client: Client, work: () => Promise<unknown>): Promise<string> => {
  await client.query('begin')
  try {
    return await codeOf(work())
  } finally {
    await client.query('rollback')
  }
}

/** Runs `work` in a transaction of its own and commits it. */
export const commit = async <T>(client: Client, work: () => Promise<T>): Promise<T> => {
  await client.query('begin')
  try {
    const answer = await work()
    await client.query('commit')
    return answer
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}
