import { doorVerifier } from '@pars/database'
import type { PoolClient } from 'pg'
import type { CarryOptions } from './carry-out.ts'
import { enterWalls } from './check-walls.ts'
import { inKeeperTransaction } from './in-keeper.ts'
import { callOpenDoor, callSetCredential, selectAgreementDoors, selectDoorsToOpen } from './keeper.sql.ts'

interface DoorRow {
  partner_id: string
  door: string
}

/** Makes the login roles of partners that have none, with their credentials; `all` opens every one again, with this version's rights. */
export const openPartnerDoors = async (client: PoolClient, options: CarryOptions, all: boolean): Promise<void> => {
  const rows = await inKeeperTransaction(client, tx =>
    tx.rows<DoorRow & { [column: string]: unknown }>(selectDoorsToOpen(all)),
  )
  if (rows.length === 0) return
  await inKeeperTransaction(client, async tx => {
    for (const { partner_id, door } of rows) {
      await tx.rows(callOpenDoor(partner_id))
      await tx.rows(callSetCredential(door, doorVerifier(options.partnerDoorKey, door)))
    }
    await enterWalls(tx, 'partner-door-opened')
  })
  for (const { door } of rows) {
    if (!all) options.log(`the door ${door} of a partner is open`)
    options.onDoor(door)
  }
}

/** Sets the credentials of agreements' roles by the key of now: a database that was restored elsewhere has another one. */
export const renewCredentials = (client: PoolClient, options: CarryOptions): Promise<void> =>
  inKeeperTransaction(client, async tx => {
    for (const { door } of await tx.rows<{ door: string }>(selectAgreementDoors))
      await tx.rows(callSetCredential(door, doorVerifier(options.partnerDoorKey, door)))
  })
