import { isRefused, type Refused } from '@pars/domain'
import type { Columns } from '../csv/read-table.ts'
import {
  type AgeBand,
  type BailKind,
  type CaseFlag,
  type CaseReason,
  type Counsel,
  type FieldRead,
  readAge,
  readAmount,
  readBailKind,
  readCharge,
  readCounsel,
  readHour,
  readPerson,
  readWeekday,
} from './read-fields.ts'

const wanted = [
  'person',
  'age_band',
  'lead_charge_normalised',
  'counsel',
  'bail_type',
  'bail_amount_usd',
  'filed_hour',
  'filed_weekday',
] as const
export type CaseColumn = (typeof wanted)[number]
export const caseColumns: Columns<CaseColumn> = { wanted, others: [] }

/** One row of the file. */
export interface CaseRead {
  readonly kind: 'read'
  /** The file's number of the person; null where it gives none that can be linked. */
  readonly person: string | null
  /** Null where the file does not know. */
  readonly age: AgeBand | null
  readonly charge: string
  readonly counsel: Counsel
  readonly bail: BailKind
  /** Null where the type carries no money. */
  readonly amountCents: number | null
  readonly hour: number
  /** 0 is Monday. */
  readonly weekday: number
  readonly flags: readonly CaseFlag[]
}

/** Collects fields as they are read; the first that can't be read is why the row is refused. */
const collector = () => {
  const flags: CaseFlag[] = []
  let refused: Refused<CaseReason> | undefined
  return {
    take<V>(field: FieldRead<V>): V | undefined {
      if (isRefused(field)) {
        refused ??= field as Refused<CaseReason>
        return undefined
      }
      if (field.flag) flags.push(field.flag)
      return field.value
    },
    flags,
    refused: () => refused,
  }
}

/** Reads one row: odd values are flagged, unreadable and impossible ones refuse the row. */
export const readCase = (values: Readonly<Record<CaseColumn, string>>): CaseRead | Refused<CaseReason> => {
  const { take, flags, refused } = collector()
  const person = take(readPerson(values.person))
  const age = take(readAge(values.age_band))
  const charge = take(readCharge(values.lead_charge_normalised))
  const counsel = take(readCounsel(values.counsel))
  const bail = take(readBailKind(values.bail_type))
  const amountCents = bail && take(readAmount(values.bail_amount_usd, bail))
  const hour = take(readHour(values.filed_hour))
  const weekday = take(readWeekday(values.filed_weekday))
  const refusal = refused()
  if (refusal) return refusal
  return { kind: 'read', person, age, charge, counsel, bail, amountCents, hour, weekday, flags } as CaseRead
}
