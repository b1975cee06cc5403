import { formatId, type IdPrefix } from '@pars/domain'
import { jsonInstants } from '../db/json-instants.ts'

/** Members of a row's JSON, by the names that may leave: ids get their prefix, instants their form. Nothing else is copied. */
export const presentMembers = <T>(
  row: object,
  { ids, others }: { ids: NoInfer<Partial<Record<keyof T & string, IdPrefix>>>; others: readonly NoInfer<keyof T>[] },
): T => {
  const given = jsonInstants(row) as Record<string, unknown>
  const shownIds = Object.entries(ids).map(([name, prefix]) => {
    const value = given[name] ?? null
    return [name, value === null ? null : formatId(prefix as IdPrefix, String(value))]
  })
  return Object.fromEntries([...shownIds, ...others.map(name => [name, given[String(name)] ?? null])]) as T
}
