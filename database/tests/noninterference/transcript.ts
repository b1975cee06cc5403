import { type Client, DatabaseError, type QueryResult } from 'pg'

const isToken = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const maskedKeys = ['inquiryId', 'entryId', 'cursor']

/** The one place that leaves bytes out: the random ids and the sealed cursor of an answer, by their place and never by their look. */
const maskAnswer = (answer: string): string => {
  const parsed: Record<string, unknown> = JSON.parse(answer)
  const masked = Object.entries(parsed).map(([key, value]) => [key, maskedKeys.includes(key) ? typeof value : value])
  return `${JSON.stringify(Object.fromEntries(masked))} ${answer.length}`
}

const maskCell = (name: string, value: unknown): unknown => {
  if (name === 'token' && isToken(value)) return 'a token'
  return name === 'answer' && typeof value === 'string' ? maskAnswer(value) : value
}

export interface Said {
  text: string
  result: QueryResult | null
}

/** All that a caller on a raw connection is told by one statement: rows, or the whole error, and notices. */
export const say = async (client: Client, sql: string, values: unknown[] = []): Promise<Said> => {
  const notices: string[] = []
  const listen = (notice: { message?: string | undefined }) => notices.push(notice.message ?? '')
  client.on('notice', listen)
  try {
    const result = await client.query(sql, values)
    const rows = result.rows.map((row: Record<string, unknown>) =>
      Object.entries(row).map(([name, value]) => [name, maskCell(name, value)]),
    )
    return { text: JSON.stringify([result.command, result.rowCount, rows, notices]), result }
  } catch (fault) {
    if (!(fault instanceof DatabaseError)) throw fault
    const { code, message, detail, hint, where, schema, table, column, constraint, position } = fault
    const said = { code, message, detail, hint, where, schema, table, column, constraint, position }
    return { text: JSON.stringify([said, notices]), result: null }
  } finally {
    client.off('notice', listen)
  }
}
