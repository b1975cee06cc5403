import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type BailType, bailTypes } from './bail-order.ts'

export interface BailTerms {
  types: readonly BailType[]
  amountCents: number | null
  depositPercent: number | null
}

export const bailTermReasons = [
  'type-missing',
  'type-twice',
  'types-contradict',
  'amount-missing',
  'amount-without-money-type',
  'amount-range',
  'nominal-amount-too-high',
  'deposit-missing',
  'deposit-range',
  'deposit-without-money-bail',
] as const
export type BailTermReason = (typeof bailTermReasons)[number]

/** Ten thousand dollars would not be nominal; Rule 524(C)(4) names one. */
export const highestNominalCents = 100_00
const highestAmountCents = 1_000_000_000_00
const moneyTypes: readonly BailType[] = ['unsecured', 'nominal', 'monetary']

const sentences: { [R in BailTermReason]: string } = {
  'type-missing': 'Choose at least one type of bail.',
  'type-twice': 'The same type of bail is given twice; remove one.',
  'types-contradict':
    'These types exclude one another: own recognizance carries no money, and only one type of money fits one order.',
  'amount-missing': 'This type of bail needs an amount; enter it.',
  'amount-without-money-type': 'This type of bail carries no amount; remove it, or choose a type with money.',
  'amount-range': 'The amount must be whole cents, not below zero and up to a billion dollars; enter it again.',
  'nominal-amount-too-high': 'A nominal amount is small, such as $1 and at most $100; choose monetary bail for more.',
  'deposit-missing': 'Money bail says how much is to be posted: 1 to 10 percent, or all of it.',
  'deposit-range': 'A deposit is 1 to 10 percent, or 100 for the full amount.',
  'deposit-without-money-bail': 'Only money bail has a deposit; remove it, or choose monetary.',
}

const unless = (holds: boolean, reason: BailTermReason, at: string) => () =>
  holds ? undefined : refuse(reason, sentences[reason], at)

const isDeposit = (percent: number): boolean =>
  percent === 100 || (Number.isInteger(percent) && percent >= 1 && percent <= 10)

/**
 * The shape that every statement about bail shares, whether asked for or ordered (Rules 524, 528): types that combine, an
 * amount in cents exactly where a type carries money, a deposit exactly where money is to be posted. An amount of zero is odd, but
 * magistrates have ordered it: it is taken as ordered.
 */
export const checkBailTerms = (terms: BailTerms): Refused<BailTermReason> | undefined => {
  const { types, amountCents, depositPercent } = terms
  const money = types.filter(type => moneyTypes.includes(type))
  const isMonetary = types.includes('monetary')
  return firstRefusal([
    unless(types.length > 0 && types.every(type => bailTypes.includes(type)), 'type-missing', 'types'),
    unless(new Set(types).size === types.length, 'type-twice', 'types'),
    unless(money.length <= 1 && !(types.includes('ror') && money.length > 0), 'types-contradict', 'types'),
    unless(money.length > 0 || amountCents === null, 'amount-without-money-type', 'amountCents'),
    unless(money.length === 0 || amountCents !== null, 'amount-missing', 'amountCents'),
    unless(
      amountCents === null ||
        (Number.isSafeInteger(amountCents) && amountCents >= 0 && amountCents <= highestAmountCents),
      'amount-range',
      'amountCents',
    ),
    unless(
      !types.includes('nominal') || amountCents === null || amountCents <= highestNominalCents,
      'nominal-amount-too-high',
      'amountCents',
    ),
    unless(isMonetary || depositPercent === null, 'deposit-without-money-bail', 'depositPercent'),
    unless(!isMonetary || depositPercent !== null, 'deposit-missing', 'depositPercent'),
    unless(depositPercent === null || isDeposit(depositPercent), 'deposit-range', 'depositPercent'),
  ])
}
