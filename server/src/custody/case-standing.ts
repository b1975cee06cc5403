import { type ArrestId, type DepartureId, formatId, type HoldId, refuse } from '@pars/domain'
import { lockCase } from '../db/lock-case.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { selectArrestOfDeparture, selectArrestOfHold } from './custody.sql.ts'
import { type LoadedCase, loadCase } from './load-custody.ts'

export const noSuchCase = refuse('not-found', 'There is no such record. Look for it on the board or search for it.')

/** Locks a case and loads all of it. */
export const loadLockedCase = async (tx: Tx, arrestId: ArrestId): Promise<LoadedCase | undefined> => {
  await lockCase(tx, arrestId)
  return loadCase(tx, arrestId, null)
}

export const findArrestOfHold = async (tx: Tx, holdId: HoldId): Promise<ArrestId | undefined> => {
  const row = await tx.find<{ arrest_id: string }>(selectArrestOfHold(uuidOf('hld', holdId)))
  return row && formatId('arr', row.arrest_id)
}
export const findArrestOfDeparture = async (tx: Tx, departureId: DepartureId): Promise<ArrestId | undefined> => {
  const row = await tx.find<{ arrest_id: string }>(selectArrestOfDeparture(uuidOf('dep', departureId)))
  return row && formatId('arr', row.arrest_id)
}
