import type { Client } from 'pg'

/** The clock in the transaction that the connection is in. */
export const readClock = async (client: Client): Promise<Date> => {
  const { rows } = await client.query<{ now: Date }>('select pars.instant() as now')
  const [row] = rows
  if (!row) throw new Error('the database gave no time')
  return row.now
}

export const setClock = (client: Client, startAt: string, rate: number) =>
  client.query(`select pars.set_clock($1, $2, 'infinity')`, [startAt, rate])
