import { type FieldClass, type Terms, visibleClasses } from '../terms.ts'
import type { RecordColumn } from './classes.ts'
import type { AgreementNames } from './names.ts'
import { columnsOfView } from './needed-columns.ts'
import { literal } from './quote.ts'

const built = (fields: Record<string, string>): string =>
  `jsonb_build_object(${Object.entries(fields)
    .map(([key, column]) => `${literal(key)}, r.${column}`)
    .join(', ')})`

/** Bail is per docket. Where the docket is not granted its number goes, and with it the order that it would betray. */
const bailWithoutDocket =
  "coalesce((select jsonb_agg(b.bail order by b.bail) from (select o.value - 'docketNumber' as bail from jsonb_array_elements(r.bail) o) b), '[]'::pg_catalog.jsonb)"

const given: Record<FieldClass, string> = {
  identity: built({
    last: 'last_name',
    first: 'first_name',
    middle: 'middle_name',
    suffix: 'suffix',
    bornOn: 'born_on',
    sex: 'sex',
    policeNumber: 'police_number',
  }),
  demographic: built({ race: 'race', ethnicity: 'ethnicity' }),
  origin: `case when r.birth_country_code is null then 'null'::pg_catalog.jsonb else ${built({ codeSystem: 'birth_country_system', code: 'birth_country_code' })} end`,
  address: 'r.addresses',
  arrest: built({
    arrestedAt: 'arrested_at',
    district: 'district_code',
    place: 'place',
    basis: 'basis',
    otn: 'otn',
    warrantNumber: 'warrant_number',
    incidents: 'incidents',
  }),
  charges: 'r.charges',
  docket: 'r.dockets',
  bail: 'r.bail',
  custody: 'r.custody',
  photo: built({ reference: 'photo_reference' }),
}

/** The masking view: one JSON object per record with the visible classes, and the columns that granted questions find by. */
export const viewSql = (terms: Terms, names: AgreementNames): string => {
  const visible = visibleClasses(terms)
  const classes = visible.map(each => {
    const content = each === 'bail' && !visible.includes('docket') ? bailWithoutDocket : given[each]
    return `      ${literal(each)}, ${content}`
  })
  const columns = columnsOfView(terms).map((column: RecordColumn) => `r.${column}`)
  return `create view ${names.door}.record as
  select ${columns.join(', ')},
    jsonb_build_object(
${classes.join(',\n')}) as given
  from disclosure.record r;`
}
