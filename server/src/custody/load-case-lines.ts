import {
  type AccountId,
  type ArrestId,
  type BailOrder,
  type ComplaintId,
  type CustodyFacts,
  type DocketId,
  formatId,
  type Grade,
  type Instant,
  leadChargeOf,
  type PersonId,
  type PlainDate,
} from '@pars/domain'
import { wordsOfName } from '../arrests/present-report.ts'
import { jsonInstants } from '../db/json-instants.ts'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectCaseLines, selectHeld } from './case-lines.sql.ts'
import { chargingOf, type VersionFacts, versionFactsOf } from './facts-of.ts'

interface ChargeJson {
  statute: string
  description: string
  grade: Grade
}
interface OrderJson {
  madeAt: Instant
  kind: 'set' | 'refused'
  types: Extract<BailOrder, { kind: 'set' }>['types']
  amountCents: number | null
  depositPercent: number | null
  /** How many; what they say stays with the record. */
  conditions: number
}
interface ComplaintJson {
  complaintId: string
  madeAt: Instant
  docketId: string | null
  filedAt: Instant | null
  listing: CustodyFacts['dockets'][number]['listing']
  arraignment: CustodyFacts['dockets'][number]['arraignment']
  order: OrderJson | null
}
interface Row {
  arrest_id: string
  person_id: string
  version: number
  last_name: string
  first_name: string | null
  middle_name: string | null
  suffix: string | null
  born_on: PlainDate | null
  sex: string
  interpreter_language: string | null
  district_code: string
  otn: string | null
  arrested_at: Instant
  basis: CustodyFacts['basis']
  drafted_at: Instant
  drafted_by: string
  versions: (VersionFacts & { version: number })[]
  police_charges: ChargeJson[]
  taken: { accountId: string; madeBy: string; madeAt: Instant } | null
  sent_back: { arrestVersion: number; madeAt: Instant } | null
  decision: { madeAt: Instant; charges: (ChargeJson & { inComplaint: boolean })[] } | null
  complaints: ComplaintJson[]
  holds: CustodyFacts['holds'][number][]
  departure: (Omit<NonNullable<CustodyFacts['departure']>, 'proposedBy' | 'confirmedBy'> & MadeBy) | null
  number: number | null
}
interface MadeBy {
  proposedBy: string
  confirmedBy: string | null
}

/** One arrest as lists show it, with the facts that stage and clock follow from. */
export interface CaseLine {
  arrestId: ArrestId
  personId: PersonId
  name: string
  bornOn: PlainDate | null
  sex: string
  interpreterLanguage: string | null
  district: string
  otn: string | null
  draftedBy: string
  /** Who has taken it for charging since it was last sent. */
  takenBy: string | null
  leadCharge: string
  chargeCount: number
  orders: OrderJson[]
  /** The journal number of the newest act; 0 while none has its number. */
  number: number
  facts: CustodyFacts
}

const docketFactsOf = (row: ComplaintJson): CustodyFacts['dockets'][number] => ({
  complaintId: formatId('cmp', row.complaintId) as ComplaintId,
  docketId: row.docketId === null ? null : (formatId('dkt', row.docketId) as DocketId),
  madeAt: row.madeAt,
  filedAt: row.filedAt,
  listing: row.listing,
  arraignment: row.arraignment,
  order: row.order && {
    madeAt: row.order.madeAt,
    kind: row.order.kind === 'set' ? 'set' : 'refused-bail',
    types: row.order.types,
  },
})

const factsOf = (row: Row): CustodyFacts => {
  const sent = row.versions.filter(({ kind }) => kind === 'sent').at(-1)
  const arrest = { sentAt: sent?.madeAt ?? null, sentVersion: sent?.version ?? null }
  const { taken, sent_back, decision, departure } = row
  const takenBy: AccountId | null = taken && formatId('acc', taken.accountId)
  return {
    draftedAt: row.drafted_at,
    sentAt: arrest.sentAt,
    arrestedAt: row.arrested_at,
    basis: row.basis,
    ...versionFactsOf(row.versions),
    charging: chargingOf({ taken, takenBy, sentBack: sent_back ? [sent_back] : [], decision }, arrest),
    charges: (decision?.charges ?? row.police_charges).map(({ statute, grade }) => ({ statute, grade })),
    chargesWithoutComplaint: decision?.charges.filter(({ inComplaint }) => !inComplaint).length ?? 0,
    dockets: row.complaints.map(docketFactsOf),
    holds: row.holds.map(hold => ({ ...hold, holdId: formatId('hld', hold.holdId) })),
    departure: departure && {
      ...departure,
      departureId: formatId('dep', departure.departureId),
      proposedBy: formatId('acc', departure.proposedBy),
      confirmedBy: departure.confirmedBy === null ? null : formatId('acc', departure.confirmedBy),
    },
  }
}

const lineOf = (row: Row): CaseLine => {
  const charges = row.decision && row.decision.charges.length > 0 ? row.decision.charges : row.police_charges
  const facts = factsOf(row)
  return {
    arrestId: formatId('arr', row.arrest_id),
    personId: formatId('per', row.person_id),
    name: wordsOfName({ last: row.last_name, first: row.first_name, middle: row.middle_name, suffix: row.suffix }),
    bornOn: row.born_on,
    sex: row.sex,
    interpreterLanguage: row.interpreter_language,
    district: row.district_code,
    otn: row.otn,
    draftedBy: row.drafted_by,
    takenBy: facts.charging.taken && row.taken ? row.taken.madeBy : null,
    leadCharge: leadChargeOf(charges)?.description ?? '',
    chargeCount: charges.length,
    orders: row.complaints.flatMap(({ order }) => order ?? []),
    number: row.number ?? 0,
    facts,
  }
}

/** The lines of many arrests in one query, in no order; an arrest that the door does not see has none. */
export const loadCaseLines = async (read: Read, arrestIds: readonly ArrestId[]): Promise<CaseLine[]> => {
  if (arrestIds.length === 0) return []
  const rows = await read.rows<Row>(selectCaseLines(arrestIds.map(id => uuidOf('arr', id))))
  return rows.map(row => lineOf(jsonInstants(row)))
}

/** Everybody on the board, in no order: two queries, whoever came and went before. */
export const loadHeldLines = async (read: Read): Promise<CaseLine[]> => {
  const held = await read.rows<{ arrest_id: string }>(selectHeld)
  return loadCaseLines(
    read,
    held.map(row => formatId('arr', row.arrest_id)),
  )
}
