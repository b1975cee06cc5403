import type { Terms } from '@pars/terms'
import type { Client } from 'pg'

/** Whether the wall lets newer terms pass without the partner, asked as the owner about many pairs at once. */
export const listNarrows = async (admin: Client, pairs: readonly (readonly [Terms, Terms])[]): Promise<boolean[]> => {
  const { rows } = await admin.query<{ narrows: boolean }>(
    `select agreement.narrows(p -> 0, p -> 1) as narrows from jsonb_array_elements($1::jsonb) with ordinality x (p, n) order by n`,
    [JSON.stringify(pairs)],
  )
  return rows.map(({ narrows }) => narrows)
}
