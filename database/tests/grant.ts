import type { Door } from '../src/doors.ts'

type Short = Door extends `pars_${infer Name}` ? Name : never
/** `*` or columns, in the order of the table. A door that is not named has no such right. */
type Columns = '*' | readonly string[]
export interface Rights {
  select?: { [S in Short]?: Columns }
  insert?: { [S in Short]?: Columns }
  update?: { [S in Short]?: Columns }
  delete?: Short[]
}

export const grant = <S extends Short>(shorts: readonly S[], columns: Columns = '*') =>
  Object.fromEntries(shorts.map(short => [short, columns])) as { [K in S]: Columns }

export const custodians = ['police', 'prosecutor', 'court'] as const
export const seats = grant([...custodians, 'keeper'])
export const words = (text: string): string[] => text.split(' ')
