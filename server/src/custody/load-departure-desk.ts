import {
  type AccountId,
  bailWords,
  type CustodyFacts,
  type DepartureBasis,
  type DepartureId,
  departureWords,
  formatId,
  openHolds,
  possibleBases,
} from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { type Snapshot, uuidOf } from '../db/transaction.ts'
import { selectDisplayNames } from './custody.sql.ts'
import { type CaseLine, loadHeldLines } from './load-case-lines.ts'

/** Who is in custody and may leave or must be committed, or is on the way out. */
interface Leaving {
  line: CaseLine
  basis: DepartureBasis | null
  departure: CustodyFacts['departure']
}

const leavingOf = (line: CaseLine): Leaving[] => {
  const { departure } = line.facts
  if (departure?.leftAt) return []
  const basis = possibleBases(line.facts)[0] ?? null
  return basis !== null || departure !== null ? [{ line, basis, departure }] : []
}

const loadNames = async (read: Read, accountIds: readonly AccountId[]): Promise<Map<string, string>> => {
  const rows = await read.rows<{ account_id: string; display_name: string }>(
    selectDisplayNames(accountIds.map(id => uuidOf('acc', id))),
  )
  return new Map(rows.map(row => [formatId('acc', row.account_id), row.display_name]))
}

const stateOf = (departure: CustodyFacts['departure']) => {
  if (departure === null) return 'to-propose'
  return departure.confirmedAt === null ? 'proposed' : 'confirmed'
}

const wordsOf = ({ line, basis }: Leaving): string =>
  departureWords(
    basis,
    line.orders.map(order =>
      order.kind === 'refused'
        ? bailWords({ kind: 'refused-bail' })
        : bailWords({ ...order, kind: 'set', conditions: { length: order.conditions } }),
    ),
  )

const rowOf = (leaving: Leaving, names: ReadonlyMap<string, string>) => {
  const { line, basis, departure } = leaving
  return {
    arrestId: line.arrestId,
    name: line.name,
    arrestedAt: line.facts.arrestedAt,
    words: wordsOf(leaving),
    openHolds: openHolds(line.facts).length,
    suggestedBasis: basis,
    departureId: departure?.departureId ?? (null as DepartureId | null),
    state: stateOf(departure) as ReturnType<typeof stateOf>,
    proposedBy: (departure && names.get(departure.proposedBy)) ?? null,
  }
}

/** The release desk, longest held first. The same few queries for three people as for three hundred. */
export const loadDepartureDesk = async (read: Snapshot) => {
  const leaving = (await loadHeldLines(read)).flatMap(leavingOf)
  const names = await loadNames(
    read,
    leaving.flatMap(({ departure }) => departure?.proposedBy ?? []),
  )
  const rows = leaving
    .map(one => rowOf(one, names))
    .sort((a, b) =>
      a.arrestedAt < b.arrestedAt ? -1 : a.arrestedAt > b.arrestedAt ? 1 : a.arrestId < b.arrestId ? -1 : 1,
    )
  return { now: read.now, rows }
}
