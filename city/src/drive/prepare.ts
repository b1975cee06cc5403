import { loadReference, viewReference } from '@pars/contract'
import { cityStatutes } from '../reference/statutes.ts'
import type { Callers } from './callers.ts'
import { persist } from './persist.ts'

/** Rows that are there already change nothing. Districts and rooms come with the database. */
export const loadStatutes = async (callers: Callers): Promise<void> => {
  const { signal } = callers
  const load = () => callers.as('court-manager').call(loadReference, { body: { statutes: cityStatutes }, signal })
  await persist(load, signal)
}

/** The rooms of the Municipal Court, in a fixed order. */
export const findRooms = async (callers: Callers): Promise<string[]> => {
  const { signal } = callers
  const reference = await persist(() => callers.as('city-driver').call(viewReference, { signal }), signal)
  return reference.rooms.flatMap(({ room, court }) => (court === 'municipal' ? [room] : [])).sort()
}
