import type { Client } from 'pg'

export const deleteArrest = 'delete from police.arrest where arrest_id = $1'
export const destroyContent =
  'update journal.content c set texts = null from journal.arrest_entry x where x.entry_id = c.entry_id and x.arrest_id = $1'
export const eraseCase = `select court.erase_case($1, 'by-hand', null)`
export const markErasing = 'insert into court.erasing (xid) select pg_current_xact_id() where $1::uuid is not null'
export const callCarryOut = 'select court.carry_out($1, $2)'
export const endAgain = 'select court.end_again($1) as done'
export const sweep = 'select court.sweep()'

const entryOf = (kind: string): string =>
  `(select a.entry_id from journal.append('${kind}', null, sha256('1'), '{kind,actor,subject,act}',
    array[sha256('2'), sha256('3'), sha256('4'), sha256('5')], array['"${kind}"', null, null, '{}'],
    (select o.arrest_id from court.record_order o where o.order_id = $1)) a)`

/** The clerk who entered the order verifies it by a row. */
export const insertVerified = `insert into court.record_order_check (order_id, decision, made_by, made_at, entry_id)
  select o.order_id, 'verified', o.made_by, pars.instant(), ${entryOf('record-order.checked')} from court.record_order o where o.order_id = $1`
export const insertDone = `insert into court.record_order_done (order_id, slots, rows, papers, made_by, made_at, entry_id)
  select o.order_id, 0, 0, 0, o.made_by, pars.instant(), ${entryOf('record-order.checked')} from court.record_order o where o.order_id = $1`

/** How many slots about an arrest still hold something, besides those of orders. */
export const countContent = async (admin: Client, arrest: string): Promise<number> => {
  const { rows } = await admin.query<{ count: number }>(
    `select count(*)::int as count from journal.arrest_entry x join journal.entry e using (entry_id) join journal.content c using (entry_id)
      cross join unnest(c.names, c.texts) s (name, content)
     where x.arrest_id = $1 and e.kind like 'arrest.%' and s.name = 'act' and s.content is not null`,
    [arrest],
  )
  return rows[0]?.count ?? 0
}
