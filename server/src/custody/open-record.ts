import type { ArrestRecord } from '@pars/contract'
import { type ArrestId, isRefused, mayViewRecord, type Refused, refuse } from '@pars/domain'
import { checkAccess } from '../access/check-access.ts'
import { type Access, journaledRead, type Looked } from '../access/journaled-read.ts'
import type { Snapshot } from '../db/transaction.ts'
import type { Reader } from '../readers.ts'
import { noSuchCase } from './case-standing.ts'
import { getNewestNumber } from './load-history.ts'
import { loadCaseFor, presentRecord } from './present-record.ts'

export interface RecordAccess {
  readonly arrestId: ArrestId
  readonly asOf: number | null
  readonly access: Access
}

const notYet = refuse('not-found', 'The journal has no entry of that number yet. Open the record without a number.')

/** One record for one reader, with the entry that says which number was read, for what purpose and for whom. */
export const lookAtRecord = async (
  read: Snapshot,
  reader: Reader,
  wanted: RecordAccess,
): Promise<Looked<ArrestRecord> | Refused> => {
  const { arrestId, asOf, access } = wanted
  const unclear = checkAccess(access)
  if (unclear) return unclear
  if (asOf !== null && asOf > (await getNewestNumber(read))) return notYet
  const found = await loadCaseFor(read, reader, wanted)
  if (!found) return noSuchCase
  if (reader.actor) {
    const mayView = mayViewRecord(reader.actor, { counselOfDockets: found.dockets.map(({ counsel }) => counsel) })
    if (isRefused(mayView)) return mayView
  }
  const answer = await presentRecord(read, reader, { found, wanted })
  return {
    kind: 'looked',
    answer,
    entry: {
      kind: 'record.opened',
      arrestId,
      act: { purpose: access.purpose, forWhom: access.forWhom, number: answer.journal.asOf, version: answer.version },
    },
  }
}

/** Opens one record, as it stands or as it stood. */
export const openRecord = journaledRead<RecordAccess, ArrestRecord>('arrest.view', lookAtRecord)
