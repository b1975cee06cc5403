import type { Statement } from '../../db/statement.ts'

export interface CountedCosigner {
  name: string
  seat: string
  vkey: string
}

/** Those whose confirmation counts, with what each said last. */
export const selectCounted: Statement = {
  name: 'select-counted-cosigners',
  text: 'select c.name, c.seat, c.vkey from journal.counted_cosigners() c order by c.seat',
  values: [],
}

export const selectConfirmedSize = (cosigner: string): Statement => ({
  name: 'select-confirmed-size',
  text: 'select s.size from journal.cosigner_state s where s.cosigner = $1',
  values: [cosigner],
})

export const insertCosignature = (size: number, cosigner: string, line: string): Statement => ({
  name: 'insert-cosignature',
  text: `insert into journal.cosignature (size, cosigner, line, made_at) values ($1, $2, $3, pars.instant())
    on conflict on constraint cosignature_pk do nothing`,
  values: [size, cosigner, line],
})

/** An answer ends what trouble there was, but for one that the answer itself shows. */
export const keepAnswer = (size: number, cosigner: string, line: string, trouble: string | null): Statement => ({
  name: 'keep-answer',
  text: `insert into journal.cosigner_state as s (cosigner, size, line, answered_at, trouble, trouble_since)
      values ($2, $1, $3, clock_timestamp(), $4, case when $4::text is not null then clock_timestamp() end)
    on conflict on constraint cosigner_state_pk do update set size = excluded.size, line = excluded.line, answered_at = excluded.answered_at,
      trouble = excluded.trouble, trouble_since = case when excluded.trouble is not null then coalesce(s.trouble_since, excluded.trouble_since) end
    where s.size <= excluded.size`,
  values: [size, cosigner, line, trouble],
})

export const keepTrouble = (cosigner: string, trouble: string): Statement => ({
  name: 'keep-trouble',
  text: `insert into journal.cosigner_state as s (cosigner, size, trouble, trouble_since) values ($1, 0, $2, clock_timestamp())
    on conflict on constraint cosigner_state_pk do update set trouble = excluded.trouble, trouble_since = coalesce(s.trouble_since, excluded.trouble_since)`,
  values: [cosigner, trouble],
})

/** Published as an outage once it has lasted ten seconds: a restart is none. */
export const beginOutage = (cosigner: string): Statement => ({
  name: 'begin-outage',
  text: `insert into journal.outage (cosigner, began_at, why)
    select s.cosigner, s.trouble_since, s.trouble from journal.cosigner_state s
      where s.cosigner = $1 and s.trouble_since < clock_timestamp() - interval '10 seconds'
    on conflict do nothing`,
  values: [cosigner],
})

export const endOutage = (cosigner: string): Statement => ({
  name: 'end-outage',
  text: 'update journal.outage set ended_at = clock_timestamp() where cosigner = $1 and ended_at is null',
  values: [cosigner],
})
