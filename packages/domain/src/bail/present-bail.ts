import type { BailAsk, BailOrder, BailType } from './bail-order.ts'

/** `$25,000` or `$2,500.10`. */
export const formatDollars = (cents: number): string => {
  const whole = Math.trunc(cents / 100)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const rest = cents % 100
  return rest === 0 ? `$${whole}` : `$${whole}.${rest.toString().padStart(2, '0')}`
}

/** Whether this order holds the person until money is posted, or altogether. */
export const isHeld = (order: { kind: BailOrder['kind']; types?: readonly BailType[] }): boolean =>
  order.kind === 'refused-bail' || (order.types?.includes('monetary') ?? false)

/** What must be posted, in cents, rounded up to the cent; null where nothing is. */
export const depositCents = (amountCents: number | null, depositPercent: number | null): number | null =>
  amountCents === null || depositPercent === null ? null : Math.ceil((amountCents * depositPercent) / 100)

type Terms = Pick<BailAsk, 'types' | 'amountCents' | 'depositPercent'>

const moneyWords = ({ amountCents, depositPercent }: Terms): string => {
  const amount = formatDollars(amountCents ?? 0)
  const deposit = depositCents(amountCents, depositPercent)
  return depositPercent === 100 || deposit === null
    ? `${amount}, FULL AMOUNT TO POST`
    : `${amount}, ${depositPercent}% TO POST (${formatDollars(deposit)})`
}

const wordsOfType = (type: BailType, terms: Terms): string => {
  if (type === 'ror') return 'ROR'
  if (type === 'nonmonetary') return 'CONDITIONS'
  if (type === 'monetary') return moneyWords(terms)
  return `${type === 'unsecured' ? 'UNSECURED' : 'NOMINAL'} ${formatDollars(terms.amountCents ?? 0)}`
}

const order: readonly BailType[] = ['ror', 'unsecured', 'nominal', 'monetary', 'nonmonetary']

/** The terms alone, as in `$25,000, 10% TO POST ($2,500), CONDITIONS`; for requests and recommendations. */
export const bailTermWords = (terms: Terms): string =>
  terms.types.every(type => type === 'nonmonetary')
    ? 'NONMONETARY CONDITIONS'
    : order
        .filter(type => terms.types.includes(type))
        .map(type => wordsOfType(type, terms))
        .join(', ')

/** Of an order what its words say: of the conditions only that there are any. */
export type WordedOrder =
  | BailOrder
  | { kind: 'refused-bail' }
  | (Terms & { kind: 'set'; conditions: { readonly length: number } })

/**
 * The words of every screen and paper for an order (B23). It always begins with HELD or RELEASE: a phrase that can be read as
 * "refused" and as "none needed" has released and held the wrong people.
 */
export const bailWords = (given: WordedOrder): string => {
  if (given.kind === 'refused-bail') return 'HELD - BAIL REFUSED'
  const conditions = given.conditions.length > 0 && !given.types.includes('nonmonetary') ? ', CONDITIONS' : ''
  return `${isHeld(given) ? 'HELD' : 'RELEASE'} - ${bailTermWords(given)}${conditions}`
}
