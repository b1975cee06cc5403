import { randomUUID } from 'node:crypto'
import { foldName } from '@pars/terms'
import type { Client } from 'pg'
import { insertRecords } from './insert-partner.sql.ts'

export interface MadeUpRecord {
  readonly otn: string
  readonly last: string
  readonly first: string
  readonly bornOn: string
  readonly incident: string
  readonly warrant: string | null
  readonly arrestedAt: string
  readonly adult: boolean
}

const rowOf = (record: MadeUpRecord) => ({
  arrest_id: randomUUID(),
  person_id: randomUUID(),
  last_name: record.last,
  first_name: record.first,
  middle_name: null,
  suffix: null,
  born_on: record.bornOn,
  sex: 'male',
  police_number: null,
  race: 'white',
  ethnicity: 'unknown',
  birth_country_system: 'genc',
  birth_country_code: 'MEX',
  addresses: [{ line: '1 Example Street', city: 'Testville', state: 'PA', zip: '19000' }],
  arrested_at: record.arrestedAt,
  district_code: '25',
  place: '1 Example Street',
  basis: record.warrant === null ? 'sight' : 'warrant',
  otn: record.otn,
  warrant_number: record.warrant,
  incidents: [record.incident],
  charges: [{ statute: '0 § 0', description: 'Made-up charge', grade: 'M1', counts: 1, offenseOn: '2026-01-01' }],
  dockets: [],
  bail: [],
  custody: {},
  photo_reference: null,
  last_key: foldName(record.last),
  first_key: foldName(record.first),
  adult: record.adult,
  charged: true,
  bail_ordered: false,
  worst_grade: 'M1',
})

/** Puts made-up arrests where partners' roles read, as the derivation would. Nobody is real. */
export const addRecords = async (
  admin: Client,
  records: readonly (Partial<MadeUpRecord> & Pick<MadeUpRecord, 'otn'>)[],
): Promise<void> => {
  const rows = records.map(record =>
    rowOf({
      last: 'Larch',
      first: 'Quill',
      bornOn: '1990-02-03',
      incident: '202625000123',
      warrant: null,
      arrestedAt: new Date(Date.now() - 3_600_000).toISOString(),
      adult: true,
      ...record,
    }),
  )
  const identifiers = rows.flatMap(row => [
    { kind: 'otn', value: row.otn, arrest_id: row.arrest_id },
    { kind: 'incident', value: row.incidents[0], arrest_id: row.arrest_id },
    ...(row.warrant_number === null ? [] : [{ kind: 'warrant', value: row.warrant_number, arrest_id: row.arrest_id }]),
  ])
  await insertRecords(admin, rows, identifiers)
}
