import { mayRead, type Party } from '@pars/domain'
import type { Actor } from './actor.ts'
import type { DoorName } from './db/doors.ts'
import { doorOf } from './db/transaction.ts'

/** Who reads, and through which door; a visitor of a rehearsal looks through the court's and sees nothing that the court may not. */
export interface Reader {
  readonly party: Party | 'visitor'
  readonly door: DoorName
  readonly actor: Actor | undefined
}

export const readerOf = (actor: Actor | undefined): Reader =>
  actor === undefined
    ? { party: 'visitor', door: 'court', actor }
    : { party: actor.party, door: doorOf(actor.party), actor }

/** Narrative, victims and witnesses: police and prosecutor only, as the grants say. */
export const mayReadNarrative = (party: Reader['party']): boolean => mayRead(party, 'narrative')
export const mayReadLastFour = (party: Reader['party']): boolean => mayRead(party, 'last-four')
