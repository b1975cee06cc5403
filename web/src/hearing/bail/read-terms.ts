import { type BailTerms, type BailType, bailTypes } from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { formatTypedDollars, parseTypedDollars } from '../../form/typed-money.ts'
import { hearingWords } from '../../words/hearing.ts'

const { errors: words } = hearingWords

export const depositChoices = ['ten', 'full', 'other'] as const
export type DepositChoice = (typeof depositChoices)[number]

/** Types, amount and deposit as somebody types them; what is typed under a type that is no longer chosen is kept, not sent. */
export interface TermsFields {
  types: BailType[]
  amount: string
  deposit: DepositChoice
  depositOther: string
}

export const blankTerms: TermsFields = { types: [], amount: '', deposit: 'ten', depositOther: '' }

const moneyTypes: readonly BailType[] = ['unsecured', 'nominal', 'monetary']
export const carriesMoney = (types: readonly BailType[]): boolean => types.some(type => moneyTypes.includes(type))
export const isDeposited = (types: readonly BailType[]): boolean => types.includes('monetary')

const readDeposit = ({ deposit, depositOther }: TermsFields): number | undefined => {
  if (deposit !== 'other') return deposit === 'ten' ? 10 : 100
  const typed = /^(\d{1,3}) ?%?$/.exec(depositOther.trim())?.[1]
  const percent = Number(typed)
  return typed !== undefined && ((percent >= 1 && percent <= 10) || percent === 100) ? percent : undefined
}

/** The terms that the fields say, or what is wrong with which field. */
export const readTerms = (fields: TermsFields, noType: string): { terms?: BailTerms; errors: FieldError[] } => {
  const types = bailTypes.filter(type => fields.types.includes(type))
  const amountCents = carriesMoney(types) ? parseTypedDollars(fields.amount) : null
  const depositPercent = isDeposited(types) ? readDeposit(fields) : null
  const errors: FieldError[] = []
  if (types.length === 0) errors.push({ pointer: '/types', message: noType })
  if (amountCents === undefined) errors.push({ pointer: '/amountCents', message: words.amount })
  if (depositPercent === undefined) errors.push({ pointer: '/depositPercent', message: words.deposit })
  if (errors.length > 0 || amountCents === undefined || depositPercent === undefined) return { errors }
  return { terms: { types, amountCents, depositPercent }, errors }
}

/** Terms on record back in the fields, to be entered again. */
export const fieldsOfTerms = ({ types, amountCents, depositPercent }: BailTerms): TermsFields => ({
  types: [...types],
  amount: amountCents === null ? '' : formatTypedDollars(amountCents),
  deposit: depositPercent === null || depositPercent === 10 ? 'ten' : depositPercent === 100 ? 'full' : 'other',
  depositOther: depositPercent === null || depositPercent === 10 || depositPercent === 100 ? '' : `${depositPercent}`,
})
