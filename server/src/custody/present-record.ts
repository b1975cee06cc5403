import type { ArrestRecord } from '@pars/contract'
import { type ArrestId, type CustodyFacts, type Instant, mayNow } from '@pars/domain'
import { presentReport } from '../arrests/present-report.ts'
import type { Snapshot } from '../db/transaction.ts'
import type { Reader } from '../readers.ts'
import { type LoadedCase, loadAlarms, loadCase, loadCaseForDefense } from './load-custody.ts'
import { findMomentOf, getNewestNumber, loadHistory } from './load-history.ts'
import { presentCustody } from './present-custody.ts'

export interface RecordWanted {
  readonly arrestId: ArrestId
  /** The journal number after which it stood so; null as it stands now, with acts that have no number yet. */
  readonly asOf: number | null
}

/** The case as a reader's door can load it; undefined where there is none, or the door sees none. */
export const loadCaseFor = (
  read: Snapshot,
  reader: Reader,
  { arrestId, asOf }: RecordWanted,
): Promise<LoadedCase | undefined> => (reader.party === 'defense' ? loadCaseForDefense : loadCase)(read, arrestId, asOf)

/** What the reader may do now. A visitor has no account, so nothing is his. */
const mayOf = (reader: Reader, facts: CustodyFacts): string[] =>
  reader.actor ? mayNow(facts, { accountId: reader.actor.accountId, role: reader.actor.role }) : []

/** The clock of a past record stands where it stood when the entry was made. */
const momentOf = async (read: Snapshot, asOf: number | null, history: ArrestRecord['history']): Promise<Instant> =>
  asOf === null ? read.now : ((await findMomentOf(read, asOf)) ?? history.at(-1)?.madeAt ?? read.now)

/** The whole record as one reader may see it, built from a loaded case. */
export const presentRecord = async (
  read: Snapshot,
  reader: Reader,
  { found, wanted }: { found: LoadedCase; wanted: RecordWanted },
): Promise<ArrestRecord> => {
  const { arrest } = found
  const latest = await getNewestNumber(read)
  const history = await loadHistory(read, arrest.arrestId, wanted.asOf)
  const now = await momentOf(read, wanted.asOf, history)
  const { onBoard: _, ...custody } = presentCustody(found.facts, await loadAlarms(read), now)
  return {
    arrestId: arrest.arrestId,
    version: arrest.version,
    draft: found.facts.sentAt === null,
    sentAt: arrest.sentAt,
    draftedBy: arrest.draftedBy,
    custody,
    report: await presentReport(read, reader, arrest),
    charging: found.charging,
    dockets: found.dockets,
    holds: found.holds,
    departures: found.departures,
    history,
    journal: { asOf: wanted.asOf ?? latest, latest },
    may: wanted.asOf === null ? mayOf(reader, found.facts) : [],
  }
}
