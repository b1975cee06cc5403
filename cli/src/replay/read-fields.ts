import {
  type BailTermReason,
  type BailType,
  bailTypes,
  checkBailTerms,
  type Refused,
  refuse,
  requireLine,
} from '@pars/domain'

/** A value of one field, with what somebody should look at; or why the row can't be taken. */
export type FieldRead<V> = { readonly kind: 'read'; readonly value: V; readonly flag?: CaseFlag } | Refused<CaseReason>

export const caseReasons = [
  'charge-missing',
  'charge-unreadable',
  'age-unreadable',
  'bail-type-unknown',
  'amount-missing',
  'amount-unreadable',
  'amount-negative',
  'amount-too-high',
  'hour-impossible',
  'weekday-unknown',
] as const
/** Beside these, the court's own rules about types and amounts. */
export type CaseReason = (typeof caseReasons)[number] | BailTermReason

export const caseFlags = [
  'person-not-linked',
  'age-missing',
  'age-invalid',
  'under-18-notice-made-up',
  'counsel-unknown',
  'bail-amount-0',
  'amount-on-bail-without-money',
  'conditions-not-in-file',
  'reasons-not-in-file',
  'charge-not-in-table',
  'charge-in-several-statutes',
] as const
export type CaseFlag = (typeof caseFlags)[number]

export type AgeBand = readonly [from: number, to: number]
export type Counsel = 'defender' | 'private' | null
export type BailKind = BailType | 'denied'

const read = <V>(value: V, flag?: CaseFlag): FieldRead<V> =>
  flag === undefined ? { kind: 'read', value } : { kind: 'read', value, flag }

/** A field as a message may repeat it: short, and nothing that a terminal would obey. */
const quote = (text: string): string => JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}...` : text)

/** Spaces folded; the courts' files part words by several. */
export const folded = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** The file's own number of a person. Only one of the form P0001 can be linked without ever taking two people for one. */
export const readPerson = (text: string): FieldRead<string | null> => {
  const match = /^P0*(\d{1,6})$/i.exec(folded(text))
  return match?.[1] === undefined ? read(null, 'person-not-linked') : read(match[1])
}

export const readCharge = (text: string): FieldRead<string> => {
  const charge = folded(text)
  if (charge === '') return refuse('charge-missing', 'the charge is empty')
  const fault = requireLine(charge, { label: 'charge', at: 'lead_charge_normalised' })
  return fault ? refuse('charge-unreadable', fault.say) : read(charge)
}

const highestAge = 120

export const readAge = (text: string): FieldRead<AgeBand | null> => {
  const age = folded(text).toLowerCase()
  if (age === '') return read(null, 'age-missing')
  if (age === 'invalid') return read(null, 'age-invalid')
  const match = /^(\d{1,3})(?:-(\d{1,3})|(\+))?$/.exec(age)
  const from = Number(match?.[1])
  const to = match?.[3] ? highestAge : Number(match?.[2] ?? match?.[1])
  if (!match || from > to || to > highestAge)
    return refuse('age-unreadable', `the age ${quote(text)} is neither a band such as 21-25 nor "invalid"`)
  return to < 18 ? read([from, to], 'under-18-notice-made-up') : read([from, to])
}

const counsels = new Map<string, Counsel>([
  ['defender association', 'defender'],
  ['public', 'defender'],
  ['private/other counsel', 'private'],
  ['private', 'private'],
  ['court appointed', 'private'],
  ['none recorded', null],
  ['', null],
])

export const readCounsel = (text: string): FieldRead<Counsel> => {
  const counsel = counsels.get(folded(text).toLowerCase())
  return counsel === undefined ? read(null, 'counsel-unknown') : read(counsel)
}

const bailKinds: readonly BailKind[] = [...bailTypes, 'denied']
const flagOfBail: { readonly [K in BailKind]?: CaseFlag } = {
  nonmonetary: 'conditions-not-in-file',
  denied: 'reasons-not-in-file',
}

export const readBailKind = (text: string): FieldRead<BailKind> => {
  const name = folded(text).toLowerCase()
  const kind = bailKinds.find(known => known === name)
  return kind === undefined
    ? refuse('bail-type-unknown', `bail is of no type called ${quote(text)}`)
    : read(kind, flagOfBail[kind])
}

const highestAmount = 1_000_000_000

/** A tenth is posted wherever the file's source shows a sum paid. */
export const depositOf = (kind: BailKind): number | null => (kind === 'monetary' ? 10 : null)

/** A row whose order the rules would refuse is refused whole, before any of it is loaded. */
const checkTerms = (kind: BailKind, amountCents: number | null): Refused<BailTermReason> | undefined =>
  kind === 'denied' ? undefined : checkBailTerms({ types: [kind], amountCents, depositPercent: depositOf(kind) })

/** Dollars as cents; null where the type carries no money. */
export const readAmount = (text: string, kind: BailKind): FieldRead<number | null> => {
  const amount = folded(text)
  const carriesMoney = kind === 'monetary' || kind === 'unsecured' || kind === 'nominal'
  if (amount === '')
    return carriesMoney ? refuse('amount-missing', 'this type of bail needs an amount, and it is empty') : read(null)
  if (/^-\d+(\.\d+)?$/.test(amount)) return refuse('amount-negative', `the amount ${quote(text)} is below zero`)
  if (!/^\d{1,15}(\.\d{1,2})?$/.test(amount))
    return refuse('amount-unreadable', `the amount ${quote(text)} is not a number of dollars`)
  if (Number(amount) > highestAmount) return refuse('amount-too-high', 'the amount is above a billion dollars')
  const cents = Math.round(Number(amount) * 100)
  if (!carriesMoney) return cents === 0 ? read(null) : read(null, 'amount-on-bail-without-money')
  return checkTerms(kind, cents) ?? (cents === 0 ? read(0, 'bail-amount-0') : read(cents))
}

export const readHour = (text: string): FieldRead<number> => {
  const hour = folded(text)
  return /^\d{1,2}$/.test(hour) && Number(hour) <= 23
    ? read(Number(hour))
    : refuse('hour-impossible', `${quote(text)} is no hour of the day, 0 to 23`)
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** 0 is Monday. */
export const readWeekday = (text: string): FieldRead<number> => {
  const name = folded(text).toLowerCase().replace(/\.$/, '')
  const found = name.length >= 3 ? weekdays.findIndex(weekday => weekday.startsWith(name)) : -1
  return found >= 0 ? read(found) : refuse('weekday-unknown', `${quote(text)} is no day of the week`)
}
