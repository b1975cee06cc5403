import pg from 'pg'
import { readTypes } from './read-types.ts'

export const doorNames = [
  'police',
  'prosecutor',
  'court',
  'defense',
  'signin',
  'keeper',
  'board',
  'portal',
  'sequencer',
] as const
export type DoorName = (typeof doorNames)[number]

/** One pool for each login role. No pool ever changes its role. */
export type Doors = { readonly [D in DoorName]: pg.Pool }

const poolSizes: Record<DoorName, number> = {
  police: 10,
  prosecutor: 6,
  court: 8,
  defense: 3,
  signin: 5,
  // An audit holds two for minutes: its lock, and the moment that it reads.
  keeper: 4,
  board: 3,
  portal: 2,
  // The sequencer, the signer, and a line to each cosigner.
  sequencer: 5,
}

/** Opens a pool per door; connections are made when first needed. */
export const openDoors = (connectionOf: (door: DoorName) => pg.PoolConfig, onFault: (error: Error) => void): Doors => {
  const open = (door: DoorName): pg.Pool => {
    const pool = new pg.Pool({
      ...connectionOf(door),
      types: readTypes,
      max: poolSizes[door],
      application_name: `pars ${door}`,
      connectionTimeoutMillis: 10_000,
    })
    // An idle connection that dies must not end the process.
    pool.on('error', onFault)
    // Nor one that dies while it is lent out, between two statements: whoever holds it learns of it from the next one.
    pool.on('connect', client => client.on('error', () => {}))
    return pool
  }
  return Object.fromEntries(doorNames.map(door => [door, open(door)])) as unknown as Doors
}

export const closeDoors = async (doors: Doors): Promise<void> => {
  await Promise.all(Object.values(doors).map(pool => pool.end()))
}
