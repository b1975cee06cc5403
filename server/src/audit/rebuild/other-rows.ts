import { type ReferenceTable, referenceTables } from '@pars/domain'
import type { Json } from '@pars/ledger'
import { type ActEntry, listOf, type Members, membersOf, orNull, type Row, uuidIn } from '../act-entry.ts'

const accountOf = (entry: ActEntry): Row[] => {
  const { accountId, version, reason: _reason, at: _at, ...content } = entry.act
  const account_id = uuidIn(accountId)
  return [
    {
      table: 'staff.account',
      fixed: {
        account_id,
        issuer: orNull(content['issuer']),
        subject: orNull(content['subject']),
        party: orNull(content['party']),
        kind: orNull(content['kind']),
      },
      later: {
        display_name: orNull(content['displayName']),
        role: orNull(content['role']),
        badge: orNull(content['badge']),
        organization: orNull(content['organization']),
        ended_at: orNull(content['endedAt']),
        version: orNull(version),
      },
    },
    { table: 'staff.account_version', fixed: { account_id, version: orNull(version), content } },
  ]
}

const tableOf: { readonly [T in ReferenceTable]: string } = {
  districts: 'common.district',
  rooms: 'common.room',
  alarms: 'common.alarm',
  statutes: 'common.statute',
  grades: 'common.grade',
}

const columnOf = (member: string): string => member.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const rowOf = (table: string, row: Json): Row => {
  const columns = Object.fromEntries(
    Object.entries(membersOf(row)).map(([member, value]) => [columnOf(member), orNull(value)]),
  )
  const { valid_to, ...fixed } = columns
  return { table, fixed: fixed as Members, later: { valid_to: orNull(valid_to) } }
}

/** The first rows of a database say their table and its columns; what people load says all tables and members. */
const referenceOf = ({ act }: ActEntry): Row[] => {
  if (typeof act['table'] === 'string') return listOf(act['rows']).map(row => rowOf(`common.${act['table']}`, row))
  return (['added', 'ended'] as const).flatMap(change =>
    referenceTables.flatMap(table => listOf(membersOf(act[change])[table]).map(row => rowOf(tableOf[table], row))),
  )
}

/** The id of the inquiry is the token's and nobody's else: no entry holds it, and nothing depends on it. */
const askedOf = (entry: ActEntry): Row[] => {
  const { clear, slots } = entry
  const request = membersOf(slots.get('request'))
  const cites = membersOf(request['cites'])
  const isAnswered = entry.kind === 'inquiry.answered'
  const textOf = (name: string): Json => orNull(request[name])
  return [
    {
      table: 'inquiry.asked',
      fixed: {
        door: entry.door,
        agreement: orNull(clear['agreement']),
        unit_code: textOf('unit') ?? '',
        officer: textOf('officer') ?? '',
        behalf: textOf('behalf'),
        authentication: orNull(clear['authentication']),
        question: orNull(clear['question']),
        filters: orNull(clear['filters']),
        predicate: orNull(slots.get('predicate')),
        purpose: textOf('purpose') ?? '',
        cites_kind: orNull(cites['kind']),
        cites_value: orNull(cites['value']),
        outcome: isAnswered ? 'answered' : 'refused',
        term: isAnswered ? null : orNull(clear['term']),
        ground: orNull(slots.get('ground')),
        row_count: isAnswered ? orNull(clear['rows']) : 0,
        classes: isAnswered ? orNull(clear['classes']) : [],
        persons: orNull(slots.get('person')) ?? [],
        request,
        asked_at: entry.at,
      },
    },
  ]
}

/** The people of the seats, reference data, and what partners asked. */
export const otherRows = {
  'account.added': accountOf,
  'account.changed': accountOf,
  'account.ended': accountOf,
  'reference.loaded': referenceOf,
  'inquiry.answered': askedOf,
  'inquiry.refused': askedOf,
}
