import pg from 'pg'

const { builtins } = pg.types

/** PostgreSQL's text to an ISO instant with milliseconds. Every session runs in UTC. */
const readInstant = (text: string): string => new Date(`${text.replace(' ', 'T').replace(/\+00$/, '')}Z`).toISOString()

const readers: Record<number, (text: string) => unknown> = {
  [builtins.TIMESTAMPTZ]: readInstant,
  // A date stays text: as a JavaScript Date it would move with the time zone.
  [builtins.DATE]: text => text,
  // Journal numbers and cents stay far below 2^53.
  [builtins.INT8]: Number,
}

export const readTypes = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : readers[id]) ??
    pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
}
