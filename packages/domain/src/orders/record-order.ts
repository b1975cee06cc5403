/**
 * Legal acts about a record, each by a court's order: destroy it, keep it from all but criminal justice agencies, close it; and take
 * back the last two. What was destroyed no order brings back.
 */
export const orderActs = ['expunge', 'limit', 'seal', 'lift-limit', 'unseal'] as const
export type OrderAct = (typeof orderActs)[number]

/** On what law an order stands: the reason of the decision, as a lawyer would cite it. */
export const orderGrounds = {
  'court-order': { acts: ['expunge', 'seal'], law: 'Order of the court (Pa.R.Crim.P. 490, 790)' },
  acquittal: { acts: ['expunge'], law: 'Full acquittal, 18 Pa.C.S. § 9122(a)(4)' },
  pardon: { acts: ['expunge', 'limit'], law: 'Pardon, 18 Pa.C.S. § 9122(a)(2.1) or § 9122.2' },
  'no-disposition': { acts: ['expunge'], law: 'No disposition in 18 months, certified, 18 Pa.C.S. § 9122(a)(1)' },
  'underage-alcohol': { acts: ['expunge'], law: 'Underage alcohol offense, 18 Pa.C.S. § 9122(a)(3)' },
  petition: { acts: ['limit'], law: 'Petition for limited access, 18 Pa.C.S. § 9122.1 (Rule 791)' },
  'clean-slate': { acts: ['limit'], law: 'Clean Slate, 18 Pa.C.S. § 9122.2' },
  vacated: { acts: ['lift-limit', 'unseal'], law: 'The court vacated its order' },
  reversed: { acts: ['lift-limit', 'unseal'], law: 'The order was reversed on appeal' },
  'given-in-error': { acts: ['lift-limit', 'unseal'], law: 'The order was given in error, about another record' },
} as const satisfies Record<string, { acts: readonly OrderAct[]; law: string }>
export type OrderGround = keyof typeof orderGrounds
export const orderGroundNames = Object.keys(orderGrounds) as OrderGround[]

export const isGroundOf = (ground: OrderGround, act: OrderAct): boolean => {
  const { acts }: { acts: readonly OrderAct[] } = orderGrounds[ground]
  return acts.includes(act)
}

/** Which order each of these takes back. */
export const liftedBy = { 'lift-limit': 'limit', unseal: 'seal' } as const satisfies Partial<Record<OrderAct, OrderAct>>
export type LiftingAct = keyof typeof liftedBy

export const isLifting = (act: OrderAct): act is LiftingAct => act in liftedBy

/** What keeps a record from others now. */
export interface RecordInForce {
  limit: boolean
  seal: boolean
}

/** Who a sealing order may let read on, beside the court. */
export const sealReaders = ['police', 'prosecutor', 'defense'] as const
export type SealReader = (typeof sealReaders)[number]

/** Why the second person found that an order can't be carried out. A closed list: what is typed about a person would outlive it. */
export const rejectionReasons = ['not-of-this-court', 'copy-unreadable', 'another-case', 'stayed-or-vacated'] as const
export type RejectionReason = (typeof rejectionReasons)[number]

/** How an order stands. */
export type OrderStanding = 'entered' | 'verified' | 'rejected' | 'held' | 'carried-out'
