import { type EntryId, isRefused, type Permission, type Refused, whyNot } from '@pars/domain'
import type { Actor } from '../actor.ts'
import { doorOf, inJournaledRead, inSnapshot, type Snapshot } from '../db/transaction.ts'
import { appendEntry, type RecordAct } from '../journal/append-entry.ts'
import { type Reader, readerOf } from '../readers.ts'
import type { Runtime } from '../runtime.ts'
import { recordRefusal } from '../verb.ts'
import { refuseVisitor } from './may-look.ts'

/** Why somebody inside looks, and for whom: both go into the entry (R14). */
export interface Access {
  readonly purpose: string
  readonly forWhom: string
}

/** What a body hands back: the answer, and the entry that says it was looked at. */
export interface Looked<O> {
  readonly kind: 'looked'
  readonly answer: O
  readonly entry: RecordAct
}

export interface Shown<O> {
  readonly kind: 'shown'
  readonly answer: O
  /** The entry that says it was looked at; null where a visitor looked. */
  readonly entryId: EntryId | null
}
/** A refusal, with its entry where an account asked. */
export type LookRefused = Refused & { readonly entryId?: string }

export interface JournaledRead<I, O> {
  readonly permission: Permission
  run(runtime: Runtime, actor: Actor | undefined, input: I): Promise<Shown<O> | LookRefused>
}

type Body<I, O> = (read: Snapshot, reader: Reader, input: I) => Promise<Looked<O> | Refused>

const runAs = async <I, O>(
  runtime: Runtime,
  actor: Actor,
  { permission, body, input }: { permission: Permission; body: Body<I, O>; input: I },
): Promise<Shown<O> | LookRefused> =>
  inJournaledRead(runtime.doors[doorOf(actor.party)], async tx => {
    const refused = whyNot(actor, permission)
    const looked = refused ?? (await body(tx, readerOf(actor), input))
    if (isRefused(looked)) return recordRefusal(tx, actor, permission, looked)
    const entryId = await appendEntry(tx, actor, looked.entry)
    return { kind: 'shown', answer: looked.answer, entryId }
  })

/**
 * The one way to open or search records from inside. The entry is committed before the answer leaves: where it can't be written, the
 * read fails. A visitor of a rehearsal has no account and makes no entry: he reads through the court's door what the court may read,
 * and may do nothing with it.
 */
export const journaledRead = <I, O>(permission: Permission, body: Body<I, O>): JournaledRead<I, O> => ({
  permission,
  async run(runtime, actor, input) {
    if (actor) return runAs(runtime, actor, { permission, body, input })
    const refused = refuseVisitor(runtime, permission)
    if (refused) return refused
    const reader = readerOf(undefined)
    const looked = await inSnapshot(runtime.doors[reader.door], read => body(read, reader, input))
    return isRefused(looked) ? looked : { kind: 'shown', answer: looked.answer, entryId: null }
  },
})
