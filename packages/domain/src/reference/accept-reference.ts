import { type Refused, refuse } from '../decision.ts'
import type { Party } from '../seats.ts'
import { checkReferenceRow, normalRow, type ReferenceRowReason } from './check-reference-row.ts'
import type { EffectiveDated } from './effective-dated.ts'
import {
  codeOf,
  type ReferenceTable,
  type ReferenceTables,
  type RowOf,
  referenceOwner,
  referenceTables,
} from './reference-tables.ts'

export type LoadReason = ReferenceRowReason | 'not-your-reference' | 'range-overlaps'

export interface ReferenceAccepted {
  kind: 'accepted'
  /** Rows that are new. */
  added: ReferenceTables
  /** Rows that stood without an end and get one. */
  ended: ReferenceTables
  /** Rows that stand already, word for word. */
  alreadyThere: number
}

const isSame = <R extends object>(a: R, b: R): boolean =>
  Object.keys(a).every(key => a[key as keyof R] === b[key as keyof R])

const isOverlapping = (a: EffectiveDated, b: EffectiveDated): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo)

/** The same row, which stood open, with its end. */
const isEndOf = <R extends EffectiveDated>(row: R, stored: R): boolean =>
  stored.validTo === null && row.validTo !== null && isSame({ ...row, validTo: null }, stored)

interface TableDecision<T extends ReferenceTable> {
  added: RowOf<T>[]
  ended: RowOf<T>[]
  alreadyThere: number
}

const decideTable = <T extends ReferenceTable>(
  table: T,
  stored: readonly RowOf<T>[],
  offered: readonly RowOf<T>[],
): TableDecision<T> | Refused<LoadReason> => {
  const standing = Map.groupBy(stored, row => codeOf[table](row))
  const fresh: TableDecision<T> = { added: [], ended: [], alreadyThere: 0 }
  for (const [index, given] of offered.entries()) {
    const at = `${table}.${index}`
    const refused = checkReferenceRow(table, given, at)
    if (refused) return refused
    const row = normalRow[table](given)
    const code = codeOf[table](row)
    const others = standing.get(code) ?? []
    const open = others.find(other => isEndOf(row, other) && !fresh.added.includes(other))
    if (others.some(other => isSame(row, other))) fresh.alreadyThere += 1
    else if (open) {
      fresh.ended.push(row)
      standing.set(code, [...others.filter(other => other !== open), row])
    } else if (others.some(other => isOverlapping(row, other)))
      return refuse(
        'range-overlaps',
        'Another row of the same code holds on some of these days; end that one first, or choose other days.',
        at,
      )
    else {
      fresh.added.push(row)
      standing.set(code, [...others, row])
    }
  }
  return fresh
}

/**
 * Decides what a seat's rows of reference data change (B39). Rows that stand word for word change nothing; a row that repeats an
 * open one with an end ends it; on each day at most one row of a code holds. `stored` holds all rows of the codes that are offered.
 */
export const acceptReference = (
  stored: ReferenceTables,
  party: Party,
  offered: ReferenceTables,
): ReferenceAccepted | Refused<LoadReason> => {
  const foreign = referenceTables.find(table => offered[table].length > 0 && referenceOwner[table] !== party)
  if (foreign)
    return refuse(
      'not-your-reference',
      'Police keep districts and alarms, Court keeps rooms, statutes and grades; ask them to load these rows.',
      foreign,
    )
  const accepted = { added: {}, ended: {}, alreadyThere: 0 }
  for (const table of referenceTables) {
    const decided = decideTable(table, stored[table], offered[table])
    if ('kind' in decided) return decided
    Object.assign(accepted.added, { [table]: decided.added })
    Object.assign(accepted.ended, { [table]: decided.ended })
    accepted.alreadyThere += decided.alreadyThere
  }
  return { kind: 'accepted', ...(accepted as Omit<ReferenceAccepted, 'kind'>) }
}
