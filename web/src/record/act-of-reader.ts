import type { ArrestRecord, DocketView } from '@pars/contract'

/** Where an act is done. */
export type Desk = 'booking' | 'charging' | 'court' | 'hearing' | 'release'

const desks: readonly [string, Desk][] = [
  ['arrest.', 'booking'],
  ['charging.', 'charging'],
  ['complaint.make', 'charging'],
  ['complaint.file', 'court'],
  ['listing.add', 'court'],
  ['arraignment.', 'hearing'],
  ['bail.', 'hearing'],
  ['departure.', 'release'],
]

export const deskOf = (act: string): Desk => desks.find(([start]) => act.startsWith(start))?.[1] ?? 'court'

/** Acts that need not wait for their turn: what the reader may enter meanwhile, in the order of use. */
const meanwhile = ['bail.request', 'bail.defense-request', 'bail.recommend'] as const

/** The act that the record waits for, if it is this reader's; else what the reader may enter meanwhile. */
export const actOfReader = ({ custody, may }: Pick<ArrestRecord, 'custody' | 'may'>): string | undefined => {
  const next = custody.next?.act
  if (next !== undefined && may.includes(next)) return next
  return meanwhile.find(act => may.includes(act))
}

/** The docket that a hearing is still about: the first without an order, else the last. */
export const docketInWork = ({ dockets }: Pick<ArrestRecord, 'dockets'>): DocketView | undefined =>
  dockets.find(docket => docket.bail.order === null) ?? dockets.at(-1)
