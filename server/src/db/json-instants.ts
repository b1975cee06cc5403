import { instantOf } from '@pars/domain'

/** PostgreSQL's JSON writes instants with offset and microseconds; every member called `…At` or `at` becomes an ISO instant in UTC. */
export const jsonInstants = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(jsonInstants) as T
  if (value === null || typeof value !== 'object') return value
  const read = (key: string, member: unknown): unknown =>
    typeof member === 'string' && /(^at|At)$/.test(key) ? instantOf(Date.parse(member)) : jsonInstants(member)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, read(key, member)])) as T
}
