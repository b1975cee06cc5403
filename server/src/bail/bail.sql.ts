import type { Statement } from '../db/statement.ts'

const ask = (
  table: string,
  alias: string,
) => `(select jsonb_build_object('types', to_jsonb(b.types), 'amountCents', b.amount_cents, 'depositPercent', b.deposit_percent, 'note', b.note,
        'madeBy', k.display_name, 'madeAt', b.made_at, 'entryId', b.entry_id, 'number', s.number)
      from ${table} b join seen s using (entry_id) join staff.account k on k.account_id = b.made_by where b.docket_id = d.docket_id order by b.made_at desc limit 1) as ${alias}`

/** The four bail facts of each docket of an arrest, as of a journal number: the newest of each, by whose it is. */
export const selectBail = (arrestId: string, asOf: number | null): Statement => ({
  name: 'select-bail',
  text: `with seen as (
      select x.entry_id, p.number from journal.arrest_entry x left join journal.place p using (entry_id)
      where x.arrest_id = $1 and ($2::bigint is null or p.number <= $2))
    select d.docket_id, ${ask('prosecutor.bail_request', 'request')}, ${ask('defense.bail_request', 'defense_request')}, ${ask('court.bail_guideline', 'guideline')},
      (select jsonb_build_object('kind', o.kind, 'types', to_jsonb(o.types), 'amountCents', o.amount_cents, 'depositPercent', o.deposit_percent, 'reasons', to_jsonb(o.reasons),
          'reasonNote', o.reason_note, 'abilityToPayConsidered', o.ability_to_pay_considered, 'abilityToPayNote', o.ability_to_pay_note, 'dangerFound', o.danger_found,
          'conditions', (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'text', c.condition) order by c.position), '[]') from narrative.bail_condition c where c.docket_id = o.docket_id),
          'madeBy', k.display_name, 'madeAt', o.made_at, 'entryId', o.entry_id, 'number', s.number)
        from court.bail_order o join seen s using (entry_id) join staff.account k on k.account_id = o.made_by where o.docket_id = d.docket_id) as bail_order
    from court.docket d where d.arrest_id = $1`,
  values: [arrestId, asOf],
})

const insertAskInto =
  (name: string, table: string) =>
  (row: object): Statement => ({
    name,
    text: `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
    values: [JSON.stringify(row)],
  })
export const insertAsk = {
  commonwealth: insertAskInto('insert-bail-request', 'prosecutor.bail_request'),
  defense: insertAskInto('insert-defense-bail-request', 'defense.bail_request'),
  guideline: insertAskInto('insert-bail-guideline', 'court.bail_guideline'),
} as const

export const insertOrder = (order: object, conditions: object[]): Statement => ({
  name: 'insert-bail-order',
  text: `with bail_order as (insert into court.bail_order select * from jsonb_populate_record(null::court.bail_order, $1)),
    condition as (insert into narrative.bail_condition select * from jsonb_populate_recordset(null::narrative.bail_condition, $2)) select 1`,
  values: [JSON.stringify(order), JSON.stringify(conditions)],
})
