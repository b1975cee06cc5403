import type { Statement } from '../db/statement.ts'

/** As a seat's door. */
export const selectCosigners: Statement = {
  name: 'select-cosigners',
  text: 'select name, seat, vkey from journal.cosigner order by appointed_at',
  values: [],
}

export interface CosignerStateRow {
  seat: 'police' | 'prosecutor' | 'court'
  name: string
  vkey: string
  size: number
  seconds_ago: number | null
  trouble: string | null
  trouble_seconds: number | null
}

/** As the portal: those who count, with what each said last. */
export const selectCosignerStates: Statement = {
  name: 'select-cosigner-states',
  text: `select c.seat, c.name, c.vkey, coalesce(s.size, 0) as size, extract(epoch from clock_timestamp() - least(s.cosigned_at, s.answered_at))::float8 as seconds_ago,
      s.trouble, extract(epoch from clock_timestamp() - s.trouble_since)::float8 as trouble_seconds
    from journal.counted_cosigners() c left join journal.cosigner_state s on s.cosigner = c.name
    order by array_position('{police,prosecutor,court}', c.seat)`,
  values: [],
}

/** As the portal. */
export const selectConfirmed: Statement = {
  name: 'select-confirmed',
  text: `select coalesce((select k.size from journal.checkpoint k order by k.size desc limit 1), 0) as signed, c.size,
      extract(epoch from clock_timestamp() - c.at)::float8 as seconds_ago from journal.confirmed() c`,
  values: [],
}

export interface OutageRow {
  seat: 'police' | 'prosecutor' | 'court'
  name: string
  began_at: string
  ended_at: string | null
  why: string
}

/** As the portal. */
export const selectOutages = (limit: number): Statement => ({
  name: 'select-outages',
  text: `select c.seat, o.cosigner as name, o.began_at, o.ended_at, o.why from journal.outage o join journal.cosigner c on c.name = o.cosigner
    order by o.began_at desc limit $1`,
  values: [limit],
})
