interface Listed {
  slot: number
  docketId: string
  state: string
}

/** Who is called next: the next slot that still waits, then the earlier ones that were passed over. */
export const findNextWaiting = <L extends Listed>(listings: readonly L[], after: number): L | undefined => {
  const waiting = listings.filter(({ state }) => state === 'waiting').toSorted((a, b) => a.slot - b.slot)
  return waiting.find(({ slot }) => slot > after) ?? waiting[0]
}
