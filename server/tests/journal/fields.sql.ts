import type { Json } from '@pars/ledger'

/** In the order of the arguments. */
export const selectFits = (types: readonly unknown[], values: readonly Json[]) => ({
  text: `select journal.fits(x.type, x.value) as fits
    from unnest($1::jsonb[], $2::jsonb[]) with ordinality x (type, value, place) order by x.place`,
  values: [types.map(type => JSON.stringify(type)), values.map(value => JSON.stringify(value))],
})

export const callCheckFields = (kind: string, clear: Json) => ({
  text: 'select journal.check_fields($1, $2::jsonb)',
  values: [kind, JSON.stringify(clear)],
})
