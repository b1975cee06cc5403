/** What became of the rows of a file. Every row read is either loaded or refused; `flagged` counts loaded rows that somebody should look at. */
export interface Tally {
  read: number
  /** Rows that are there now, whether this run brought them or an earlier one. */
  loaded: number
  /** By reason; a row may have several. */
  flagged: Record<string, number>
  /** By reason; a row has one. */
  refused: Record<string, number>
}

export const startTally = (): Tally => ({ read: 0, loaded: 0, flagged: {}, refused: {} })

const count = (into: Record<string, number>, reason: string): void => {
  into[reason] = (into[reason] ?? 0) + 1
}

export const countLoaded = (tally: Tally, flags: Iterable<string> = []): void => {
  tally.loaded += 1
  for (const flag of new Set(flags)) count(tally.flagged, flag)
}
export const countRefused = (tally: Tally, reason: string): void => count(tally.refused, reason)

const sorted = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))

/** One object on one line, the same text for the same counts. */
export const jsonOfTally = ({ read, loaded, flagged, refused }: Tally): string =>
  JSON.stringify({ read, loaded, flagged: sorted(flagged), refused: sorted(refused) })

const lines = (title: string, counts: Record<string, number>): string[] =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, rows]) => `  ${title} ${reason}: ${rows.toLocaleString('en-US')}`)

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, rows) => all + rows, 0)

/** For people; programs ask for JSON. */
export const formatTally = ({ read, loaded, flagged, refused }: Tally): string =>
  [
    `${read.toLocaleString('en-US')} rows read, ${loaded.toLocaleString('en-US')} loaded, ${sum(refused).toLocaleString('en-US')} refused.`,
    ...lines('flagged', flagged),
    ...lines('refused', refused),
  ].join('\n')

export const isAllLoaded = (tally: Tally): boolean => tally.read === tally.loaded
