import type { AccountId } from '@pars/domain'
import type { Actor } from '../actor.ts'
import { doorOf, inJournaledRead } from '../db/transaction.ts'
import { appendEntry } from '../journal/append-entry.ts'
import type { Runtime } from '../runtime.ts'

const quarter = 15 * 60_000

/** Which quarter of an hour it is, of real time: a person's presence is real, whatever a rehearsal's clock shows. */
export const quarterOf = (wallMilliseconds: number): number => Math.floor(wallMilliseconds / quarter)

export interface BoardOpenings {
  /** Has it written that this account has the board open in this quarter of an hour, with the number that it reads. Throws when it can't. */
  note(actor: Actor, number: number): Promise<void>
}

/** Looking at the board is journaled once for each account and quarter of an hour: reloads and open streams add nothing. */
export const boardOpenings = (runtime: Runtime, wallClock: () => number = Date.now): BoardOpenings => {
  const noted = new Map<AccountId, Promise<void>>()
  let current = quarterOf(wallClock())
  const write = (actor: Actor, number: number): Promise<void> =>
    inJournaledRead(runtime.doors[doorOf(actor.party)], async tx => {
      await appendEntry(tx, actor, { kind: 'board.opened', act: { number } })
    })
  return {
    note(actor, number) {
      const now = quarterOf(wallClock())
      if (now !== current) noted.clear()
      current = now
      const known = noted.get(actor.accountId)
      if (known) return known
      const writing = write(actor, number)
      noted.set(actor.accountId, writing)
      writing.catch(() => noted.delete(actor.accountId))
      return writing
    },
  }
}
