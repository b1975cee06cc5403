import { setTimeout as sleep } from 'node:timers/promises'
import type { Count, Place } from '@pars/city/scenarios'
import {
  findAnswersWithClass,
  findInquiriesWithFilter,
  httpSource,
  type LogReport,
  type PlacedLeaf,
  parseVkey,
  tallyInquiries,
  type UnitTally,
  verifyLog,
} from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/node'

const utf8 = new TextDecoder()

export interface CheckedLog {
  readonly report: LogReport
  readonly leaves: readonly PlacedLeaf[]
}

/** Reads and checks a whole public log, as anybody can. Throws where it gives no key. */
export const readStoryLog = async (baseUrl: string): Promise<CheckedLog> => {
  const source = httpSource(`${baseUrl}/log`, fetch)
  const own = await source.read('key')
  const key = own && parseVkey(sha256, utf8.decode(own).trim())
  if (!key?.ok) throw new Error('the log gives no key')
  const leaves: PlacedLeaf[] = []
  const onLeaf = (leaf: PlacedLeaf['leaf'], entry: number): void => void leaves.push({ entry, leaf })
  const report = await verifyLog(source, { sha256, verify: verifyEd25519, logKey: key.value, onLeaf })
  return { report, leaves }
}

const patience = 10_000

/** The same once an entry is in the published tree; a checkpoint comes a moment after its entries. */
export const readStoryLogThrough = async (baseUrl: string, number: number): Promise<CheckedLog> => {
  const end = performance.now() + patience
  for (;;) {
    const log = await readStoryLog(baseUrl)
    if (log.leaves.length >= number) return log
    if (performance.now() > end) throw new Error(`the log was not published through entry ${number}`)
    await sleep(50)
  }
}

/** The newest entry of a kind about an agreement. */
export const findPlace = (
  leaves: readonly PlacedLeaf[],
  wanted: { kind: string; agreement: string },
): Place | undefined => {
  const found = leaves.findLast(
    ({ leaf }) =>
      leaf.class === 'conduct' && leaf.kind === wanted.kind && leaf.fields['agreement'] === wanted.agreement,
  )
  return found && { number: found.entry, at: found.leaf.at }
}

/** Refusals of an agreement's questions by a term. */
export const countRefusals = (
  leaves: readonly PlacedLeaf[],
  { agreement, term }: { agreement: string; term: string },
) =>
  leaves.filter(
    ({ leaf }) =>
      leaf.class === 'conduct' &&
      leaf.kind === 'inquiry.refused' &&
      leaf.fields['agreement'] === agreement &&
      leaf.fields['term'] === term,
  ).length

export const countIn = (leaves: readonly PlacedLeaf[], { of, agreement }: Count, after: number): number => {
  const later = leaves.filter(({ entry }) => entry > after)
  if ('filter' in of) return findInquiriesWithFilter(later, { ...of, agreement }).entries.length
  if ('class' in of) return findAnswersWithClass(later, { ...of, agreement }).entries.length
  return countRefusals(later, { ...of, agreement })
}

/** Days on which an agreement was asked by a filter, by the city's calendar. */
export const daysWithFilter = (
  leaves: readonly PlacedLeaf[],
  wanted: { filter: string; agreement: string },
): ReadonlySet<string> => {
  const found = new Set(findInquiriesWithFilter(leaves, wanted).entries)
  const dateOf = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })
  return new Set(leaves.filter(({ entry }) => found.has(entry)).map(({ leaf }) => dateOf.format(new Date(leaf.at))))
}

export const tallyOf = (leaves: readonly PlacedLeaf[]): readonly UnitTally[] => tallyInquiries(leaves).units
