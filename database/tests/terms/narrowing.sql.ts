import type { Population, Terms } from '@pars/terms'
import type { Client } from 'pg'

export const narrowsInDatabase = async (admin: Client, older: Terms, newer: Terms): Promise<boolean> => {
  const { rows } = await admin.query<{ narrows: boolean }>('select agreement.narrows($1, $2) as narrows', [
    JSON.stringify(older),
    JSON.stringify(newer),
  ])
  return rows[0]?.narrows ?? false
}

export const populationNarrowsInDatabase = async (
  admin: Client,
  older: Population,
  newer: Population,
): Promise<boolean> => {
  const { rows } = await admin.query<{ narrows: boolean }>('select agreement.population_narrows($1, $2) as narrows', [
    JSON.stringify(older),
    JSON.stringify(newer),
  ])
  return rows[0]?.narrows ?? false
}
