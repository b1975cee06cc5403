/** A custodian's seat: who votes and owns tables. */
export const seats = ['police', 'prosecutor', 'court'] as const
export type Seat = (typeof seats)[number]

/** Whose act it is: a seat, the defense, or the system itself (timed acts, set-up). */
export const parties = [...seats, 'defense', 'system'] as const
export type Party = (typeof parties)[number]
