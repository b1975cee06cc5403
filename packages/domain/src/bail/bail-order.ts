/** Pa.R.Crim.P. 524(C); types combine. */
export const bailTypes = ['ror', 'nonmonetary', 'unsecured', 'nominal', 'monetary'] as const
export type BailType = (typeof bailTypes)[number]

export const conditionKinds = [
  'reporting',
  'travel',
  'stay-away',
  'no-new-offenses',
  'no-weapons',
  'treatment',
  'other',
] as const
/** A condition must be stated specifically on the bond (Rule 527). Free text: it can name a victim. */
export interface BailCondition {
  kind: (typeof conditionKinds)[number]
  text: string
}

/** The Rule 523 criteria that a magistrate may rely on, and the reasons for refusal under Rule 520. */
export const bailReasons = [
  'nature-of-offense',
  'employment-and-means',
  'family-ties',
  'residence',
  'age-character-health',
  'past-bail-compliance',
  'flight-record',
  'prior-record',
  'false-identification',
  'danger-to-others',
  'other',
] as const
export type BailReason = (typeof bailReasons)[number]

/** An amount that somebody asks for or suggests: the same shape for the Commonwealth, the defense and the guideline. */
export interface BailAsk {
  types: BailType[]
  /** Cents; null where no type carries money. */
  amountCents: number | null
  /** 1 to 10, or 100; null where the type is not monetary. */
  depositPercent: number | null
  note: string | null
}

export interface BailSet {
  kind: 'set'
  types: BailType[]
  amountCents: number | null
  depositPercent: number | null
  conditions: BailCondition[]
  reasons: BailReason[]
  reasonNote: string | null
  abilityToPayConsidered: boolean
  abilityToPayNote: string | null
  /** A domestic-violence charge with a finding of danger demands a stay-away condition (B22). */
  dangerFound: boolean
}
export interface BailRefused {
  kind: 'refused-bail'
  reasons: BailReason[]
  reasonNote: string
}
export type BailOrder = BailSet | BailRefused
