/** Dollars as people type them (`25000`, `$25,000`, `25k`, `100.50`) in cents; undefined when they are not an amount. */
export const parseTypedDollars = (typed: string): number | undefined => {
  const match = /^\$? ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?(k)?$/.exec(typed.trim().toLowerCase())
  if (!match) return undefined
  const [, whole = '', cents = '00', thousands] = match
  const dollars = Number(whole.replaceAll(',', ''))
  const total = dollars * 100 + Number(cents)
  return Number.isSafeInteger(total) ? total * (thousands ? 1000 : 1) : undefined
}

/** Cents as a field shows them and takes them back: `25,000`, with cents only where there are some. */
export const formatTypedDollars = (cents: number): string => {
  const whole = Math.floor(cents / 100).toLocaleString('en-US')
  return cents % 100 === 0 ? whole : `${whole}.${String(cents % 100).padStart(2, '0')}`
}
