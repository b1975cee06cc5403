import type { ReferenceTable } from '@pars/domain'
import type { Statement } from '../db/statement.ts'

const range = `'validFrom', valid_from, 'validTo', valid_to`
const district = `jsonb_build_object('code', code, 'name', name, 'division', division, ${range})`
const room = `jsonb_build_object('room', room, 'court', court, ${range})`
const alarm = `jsonb_build_object('hours', hours, 'label', label, 'clock', clock, ${range})`
const grade = `jsonb_build_object('grade', grade, 'label', label, 'severity', severity, ${range})`
const statute = `jsonb_build_object('statute', statute, 'description', description, 'chapterGroup', chapter_group, ${range})`
const all = (row: string, from: string, order: string): string =>
  `(select coalesce(jsonb_agg(${row} order by ${order}), '[]') from common.${from})`

/** Districts, rooms, alarms and grades that hold on a day, in the order of lists. */
export const selectReferenceOn = (on: string): Statement => {
  const holds = 'where valid_from <= $1::date and (valid_to is null or valid_to > $1::date)'
  return {
    name: 'select-reference-on',
    text: `select ${all(district, `district ${holds}`, 'code')} as districts,
      ${all(room, `room ${holds}`, `court = 'arraignment' desc, court desc, length(room), room`)} as rooms,
      ${all(alarm, `alarm ${holds}`, 'clock, hours')} as alarms,
      ${all(grade, `grade ${holds}`, 'severity desc, grade')} as grades`,
    values: [on],
  }
}

export interface StatuteSearch {
  /** `like` patterns, each of which must be found in citation or description, in lower case. */
  patterns: readonly string[]
  /** The same, each at the beginning of a word. */
  wordPatterns: readonly string[]
  words: readonly string[]
  /** The query as a citation, or null where it is none. */
  citation: string | null
  /** The query in lower case, as a `like` pattern without wildcards. */
  phrase: string
  on: string
  limit: number
}

/** Offenses that hold every word, the closest first: the citation itself, its subsections, its section, then descriptions. */
export const selectStatutes = (search: StatuteSearch): Statement => ({
  name: 'select-statutes',
  text: `with found as (
      select statute, description, chapter_group, valid_from, valid_to,
        case when statute = $4 then 0
          when $4 is not null and starts_with(statute, $4 || ' ') then 1
          when lower(substring(statute from '§ ([^ ]+)')) = any ($3::text[]) then 2
          when lower(description) like $5 then 3
          when lower(description) like $5 || '%' then 4
          when ' ' || lower(statute || ' ' || description) like all ($2::text[]) then 5
          else 6 end as distance
      from common.statute
      where lower(statute || ' ' || description) like all ($1::text[])
        and valid_from <= $6::date and (valid_to is null or valid_to > $6::date)
    )
    select statute, description, chapter_group, valid_from, valid_to, (count(*) over ())::int as total from found
    order by distance, nullif(substring(statute from '^\\d{1,9}'), '')::int nulls last,
      nullif(substring(statute from '§ (\\d{1,9})'), '')::int nulls last, statute collate "C", description collate "C"
    limit $7`,
  values: [search.patterns, search.wordPatterns, search.words, search.citation, search.phrase, search.on, search.limit],
})

/** Loads wait for one another: two that each fit the table might not fit together. */
export const lockReference: Statement = {
  name: 'lock-reference',
  text: `select pg_advisory_xact_lock(hashtextextended('reference', 53))`,
  values: [],
}

export interface OfferedCodes {
  districts: string[]
  rooms: string[]
  alarms: string[]
  statutes: string[]
  grades: string[]
}

/** All rows of some codes, whatever their days. */
export const selectStoredReference = (codes: OfferedCodes): Statement => ({
  name: 'select-stored-reference',
  text: `select ${all(district, 'district where code = any ($1::text[])', 'valid_from')} as districts,
    ${all(room, 'room where room = any ($2::text[])', 'valid_from')} as rooms,
    ${all(alarm, `alarm where clock || ' ' || hours = any ($3::text[])`, 'valid_from')} as alarms,
    ${all(statute, `statute where statute || ' ' || description = any ($4::text[])`, 'valid_from')} as statutes,
    ${all(grade, 'grade where grade = any ($5::text[])', 'valid_from')} as grades`,
  values: [codes.districts, codes.rooms, codes.alarms, codes.statutes, codes.grades],
})

const tableOf: { readonly [T in ReferenceTable]: { name: string; key: readonly string[] } } = {
  districts: { name: 'common.district', key: ['code'] },
  rooms: { name: 'common.room', key: ['room'] },
  alarms: { name: 'common.alarm', key: ['clock', 'hours'] },
  statutes: { name: 'common.statute', key: ['statute', 'description'] },
  grades: { name: 'common.grade', key: ['grade'] },
}

export const insertReference = (table: ReferenceTable, rows: readonly object[]): Statement => {
  const { name } = tableOf[table]
  return {
    name: `insert-reference-${table}`,
    text: `insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1)`,
    values: [JSON.stringify(rows)],
  }
}

/** Gives rows that stand open their end. */
export const endReference = (table: ReferenceTable, rows: readonly object[]): Statement => {
  const { name, key } = tableOf[table]
  return {
    name: `end-reference-${table}`,
    text: `update ${name} r set valid_to = n.valid_to, entry_id = n.entry_id from jsonb_populate_recordset(null::${name}, $1) n
      where ${[...key, 'valid_from'].map(column => `r.${column} = n.${column}`).join(' and ')}`,
    values: [JSON.stringify(rows)],
  }
}
