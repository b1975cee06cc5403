/** Why somebody leaves police custody. `commitment` goes to the Department of Prisons; the others go free. */
export const departureBases = [
  'charges-declined',
  'no-probable-cause',
  'bail-without-money',
  'rule-519b',
  'commitment-for-bail',
  'commitment-bail-refused',
  'held-for-other-authority',
] as const
export type DepartureBasis = (typeof departureBases)[number]

export const holdKinds = [
  'probation-parole-detainer',
  'bench-warrant',
  'other-jurisdiction',
  'judicial-warrant',
] as const
export type HoldKind = (typeof holdKinds)[number]

/** The stage of an arrest, derived from the facts of three custodians; nobody stores it. */
export const custodyStages = [
  'draft',
  'sent-to-charging',
  'charging-taken',
  'sent-back',
  'declined',
  'charged',
  'complaint-made',
  'complaint-filed',
  'listed',
  'not-produced',
  'arraigned',
  'bail-set',
  'bail-refused',
  'discharged',
  'departure-proposed',
  'departure-confirmed',
  'released',
  'committed',
  'handed-over',
  'released-on-summons',
] as const
export type CustodyStage = (typeof custodyStages)[number]
