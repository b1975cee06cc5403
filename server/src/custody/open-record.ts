import type { AnswerOf, ArrestRecord, viewArrest } from '@pars/contract'
import { type ArrestId, isRefused, mayViewRecord, type Refused, refuse } from '@pars/domain'
import { checkAccess } from '../access/check-access.ts'
import { type Access, journaledRead, type Looked } from '../access/journaled-read.ts'
import type { Snapshot } from '../db/transaction.ts'
import type { RecordAct } from '../journal/append-entry.ts'
import type { Reader } from '../readers.ts'
import { noSuchCase } from './case-standing.ts'
import { findEnding } from './find-ending.ts'
import type { LoadedCase } from './load-custody.ts'
import { getNewestNumber } from './load-history.ts'
import { loadCaseFor, presentRecord } from './present-record.ts'

export interface RecordAccess {
  readonly arrestId: ArrestId
  readonly asOf: number | null
  readonly access: Access
}

const notYet = refuse('not-found', 'The journal has no entry of that number yet. Open the record without a number.')

// The defense has neither board nor search, and is not told whether there is a record at all.
const noSuchClient = refuse(
  'not-found',
  'The defense finds no such record: it sees a client’s once the complaint is filed and the Defender Association is on record. Open it from the list of a court session.',
)

const whyNotView = ({ actor }: Reader, { dockets }: LoadedCase): Refused | undefined => {
  const mayView = actor && mayViewRecord(actor, { counselOfDockets: dockets.map(({ counsel }) => counsel) })
  return mayView && isRefused(mayView) ? mayView : undefined
}

const entryOf = (
  { arrestId, access }: RecordAccess,
  { journal, version }: ArrestRecord,
  previous: ArrestRecord | null = null,
): RecordAct => ({
  kind: 'record.opened',
  arrestId,
  act: {
    purpose: access.purpose,
    forWhom: access.forWhom,
    number: journal.asOf,
    version,
    ...(previous ? { previous: previous.journal.asOf } : {}),
  },
})

/** One record for one reader, with the entry that says which number was read, for what purpose and for whom. */
export const lookAtRecord = async (
  read: Snapshot,
  reader: Reader,
  wanted: RecordAccess,
): Promise<Looked<ArrestRecord> | Refused> => {
  const { asOf, access } = wanted
  const unclear = checkAccess(access)
  if (unclear) return unclear
  if (asOf !== null && asOf > (await getNewestNumber(read))) return notYet
  const found = await loadCaseFor(read, reader, wanted)
  if (!found)
    return reader.party === 'defense' ? noSuchClient : ((await findEnding(read, wanted.arrestId)) ?? noSuchCase)
  const hidden = whyNotView(reader, found)
  if (hidden) return hidden
  const answer = await presentRecord(read, reader, { found, wanted })
  return { kind: 'looked', answer, entry: entryOf(wanted, answer) }
}

/** The record as it stood before the last act of a version; null where there was none, or none that the reader may see. */
const loadPrevious = async (
  read: Snapshot,
  reader: Reader,
  { arrestId, history }: ArrestRecord,
): Promise<ArrestRecord | null> => {
  const wanted = { arrestId: arrestId as ArrestId, asOf: history.at(-2)?.number ?? null }
  if (wanted.asOf === null) return null
  const found = await loadCaseFor(read, reader, wanted)
  return found && !whyNotView(reader, found) ? presentRecord(read, reader, { found, wanted }) : null
}

interface Opening extends RecordAccess {
  /** Hand over the version before too: what changed is marked by it. */
  readonly withPrevious: boolean
}

/** Opens one record, as it stands or as it stood. One entry says all that was read. */
export const openRecord = journaledRead<Opening, AnswerOf<typeof viewArrest>>(
  'arrest.view',
  async (read, reader, { withPrevious, ...wanted }) => {
    const looked = await lookAtRecord(read, reader, wanted)
    if (isRefused(looked)) return looked
    const previous = withPrevious ? await loadPrevious(read, reader, looked.answer) : null
    return {
      kind: 'looked',
      answer: { ...looked.answer, previous },
      entry: entryOf(wanted, looked.answer, previous),
    }
  },
)
