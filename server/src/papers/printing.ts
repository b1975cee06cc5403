import type { ArrestId, EntryId, Instant } from '@pars/domain'
import type { Access, Looked } from '../access/journaled-read.ts'
import { getNewestNumber } from '../custody/load-history.ts'
import type { Snapshot } from '../db/transaction.ts'
import { jsonOf } from '../journal/append-entry.ts'
import type { Reader } from '../readers.ts'

/** What stands on a paper, and who took it when. */
export interface Printed<F> {
  readonly facts: F
  /** The entry of the act that the paper shows. */
  readonly actEntry: EntryId
  readonly printedBy: string
  readonly printedAt: Instant
}

interface Which extends Access {
  readonly paper: 'complaint' | 'bail-bond' | 'bail-refusal'
  readonly arrestId: ArrestId
  readonly complaintId?: string
  readonly docketId?: string
}

/** A paper leaves the system and is read where nobody sees it: who took which is on record before it is drawn. */
export const printedBy = async <F>(
  { read, reader }: { read: Snapshot; reader: Reader },
  { arrestId, ...which }: Which,
  { facts, actEntry }: Pick<Printed<F>, 'facts' | 'actEntry'>,
): Promise<Looked<Printed<F>>> => ({
  kind: 'looked',
  answer: { facts, actEntry, printedBy: reader.actor?.displayName ?? '', printedAt: read.now },
  entry: { kind: 'paper.printed', arrestId, act: jsonOf({ ...which, asOf: await getNewestNumber(read) }) },
})
