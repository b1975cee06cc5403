import { type DatabaseAddress, doorConfig } from '@pars/database'
import { closeDoors, type DoorName, openDoors } from '../db/doors.ts'
import { makeDoorbell } from '../journal/doorbell.ts'
import type { Keys } from '../keys.ts'
import type { Runtime } from '../runtime.ts'
import { readCity } from './read-city.ts'

/** Opens the doors of a database that is up to date. The doors' passwords follow from the door key; no other credential is used. */
export const openRuntime = async (
  address: DatabaseAddress,
  keys: Keys,
  log: (line: string) => void,
): Promise<Runtime> => {
  const connectionOf = (door: DoorName) => doorConfig(address, keys.door, `pars_${door}`)
  const doors = openDoors(connectionOf, fault => log(`a database connection was lost: ${fault.message}`))
  try {
    return { doors, keys, doorbell: makeDoorbell(), city: await readCity(doors.keeper) }
  } catch (fault) {
    await closeDoors(doors)
    throw fault
  }
}
