import { randomBytes } from 'node:crypto'
import { callAppendConduct } from '../journal/journal.sql.ts'
import type { KeeperTx } from './in-keeper.ts'
import { selectWalls } from './keeper.sql.ts'

interface WallsRow {
  now: string
  known: string | null
  cause: string | null
}

const load = async (tx: KeeperTx): Promise<WallsRow> => {
  const row = await tx.find<WallsRow & { [column: string]: unknown }>(selectWalls)
  if (!row) throw new Error('the database gave no walls')
  return row
}

/** An entry of what the walls are, unless the journal says so already. Answers whether it was written. */
export const enterWalls = async (
  tx: KeeperTx,
  cause: 'first-seen' | 'partner-door-opened' | 'found-different',
): Promise<boolean> => {
  const { now, known } = await load(tx)
  if (now === known) return false
  await tx.find(
    callAppendConduct({
      kind: 'walls.changed',
      clear: { wallsHash: now, cause },
      nonce: randomBytes(32),
      names: ['change'],
      salts: [randomBytes(32)],
      contents: [null],
      actAt: null,
    }),
  )
  return true
}

/**
 * Compares what says who may read with what the journal last said it is. A difference that no act made is entered, and is trouble
 * until the walls are laid anew: nothing that happens meanwhile explains it.
 */
export const checkWalls = async (tx: KeeperTx): Promise<string | null> => {
  const { known } = await load(tx)
  await enterWalls(tx, known === null ? 'first-seen' : 'found-different')
  const { cause } = await load(tx)
  return cause === 'found-different'
    ? 'the walls differ from what the journal said of them: find out who changed them, then lay them anew with "pars migrate --walls"'
    : null
}
