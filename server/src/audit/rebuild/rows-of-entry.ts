import type { ActEntry, Row } from '../act-entry.ts'
import { agreementRows } from './agreement-rows.ts'
import { arrestRows } from './arrest-rows.ts'
import { caseRows } from './case-rows.ts'
import type { KnownActs } from './known-acts.ts'
import { orderRows } from './order-rows.ts'
import { otherRows } from './other-rows.ts'
import { partnerRows } from './partner-rows.ts'

type Rebuild = (entry: ActEntry, known: KnownActs) => Row[]

const rebuilders: { readonly [kind: string]: Rebuild } = {
  ...arrestRows,
  ...caseRows,
  ...partnerRows,
  ...agreementRows,
  ...orderRows,
  ...otherRows,
}

/** Kinds of entries that write rows of work tables. Any other kind writes none, and a row that carries its entry was added. */
export const kindsWithRows: readonly string[] = Object.keys(rebuilders)

/** The rows that an entry wrote, from its content and what earlier entries said. */
export const rowsOfEntry = (entry: ActEntry, known: KnownActs): Row[] => rebuilders[entry.kind]?.(entry, known) ?? []
