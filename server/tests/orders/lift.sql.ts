import { parseId } from '@pars/domain'
import type { Client } from 'pg'

export const deleteLimited = 'delete from court.limited_record where arrest_id = $1'
export const deleteSealed = 'delete from court.sealed_record where arrest_id = $1'
export const liftRecord = `select court.lift_record($1, 'unseal', 'by-hand', null)`

/** Letters of PARS to partners, newest first, by agreement. */
export const lettersOf = async (admin: Client, code: string): Promise<{ kind: string; body: string }[]> =>
  (
    await admin.query<{ kind: string; body: string }>(
      `select n.kind, n.body from agreement.notice n join agreement.agreement g using (agreement_id)
       where g.code = $1 and n.officer = 'PARS' order by n.served_at desc`,
      [code],
    )
  ).rows

export const docketNumberOf = async (admin: Client, arrestId: string): Promise<string> =>
  (
    await admin.query<{ docket_number: string }>('select docket_number from court.docket where arrest_id = $1', [
      parseId('arr', arrestId),
    ])
  ).rows[0]?.docket_number ?? ''
