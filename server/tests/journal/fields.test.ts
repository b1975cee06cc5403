import { type TestDatabase, testDatabase } from '@pars/database/testing'
import { checkConductFields, conductKinds, type Json } from '@pars/ledger'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callCheckFields, selectFits } from './fields.sql.ts'

let database: TestDatabase
let admin: Client
beforeAll(async () => {
  database = await testDatabase()
  admin = new Client(database.admin)
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

const hash = '0123456789abcdef'.repeat(4)
const many = Array.from({ length: 65 }, (_, index) => index + 1)
const values: readonly Json[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    2 ** 53 - 1,
    2 ** 53,
    1e300,
    '',
    ' ',
    'a',
    'A',
    'a-b.c',
    '-a',
    '.a',
    'a_b',
    'a b',
    'ä',
  ],
  ...[
    'a'.repeat(64),
    'a'.repeat(65),
    'a\n',
    'a\u0000'.slice(0, 1),
    '1',
    'null',
    'true',
    hash,
    hash.toUpperCase(),
    hash.slice(1),
    `${hash}\n`,
  ],
  ...[
    '~'.repeat(255),
    '~'.repeat(256),
    'tab\t',
    'line\nline',
    'é',
    '\u202e',
    'for',
    'For',
    'police',
    'partner',
    'signed',
    'ed25519',
    'log',
  ],
  ...[
    '2018-08-31',
    '2018-02-29',
    '2020-02-29',
    '2018-13-01',
    '2018-00-10',
    '2018-1-1',
    '0001-01-01',
    '2018-08-31\n',
    '９018-08-31',
  ],
  ...[
    '2018-08-31T03:59:59.123Z',
    '2018-08-31T24:00:00.000Z',
    '2018-08-31T23:60:00.000Z',
    '2018-08-31T23:59:60.000Z',
    '2018-02-30T00:00:00.000Z',
  ],
  ...['2018-08-31T03:59:59Z', '2018-08-31T03:59:59.1234Z', '2018-08-31T03:59:59.123+00:00', '2018-08-31t03:59:59.123z'],
  ...[
    [],
    ['a'],
    ['a', 'b'],
    ['b', 'a'],
    ['a', 'a'],
    ['a-b', 'a.b'],
    ['a.b', 'a-b'],
    ['A'],
    ['a', 1],
    [1, 'a'],
    [null],
    [['a']],
    [1],
    [1, 2],
    [2, 1],
  ],
  ...[
    [1, 1],
    [0],
    [1.5],
    [-1, 1],
    [2, 10],
    [10, 2],
    many,
    many.slice(1),
    many.map(each => `a${each}`).sort(),
    {},
    { a: 1 },
  ],
]

const kinds = Object.entries(conductKinds)

test('the database takes exactly the values of fields that the format takes', async () => {
  const asked = kinds.flatMap(([kind, { fields }]) =>
    Object.entries(fields).flatMap(([field, type]) => values.map(value => ({ kind, field, type, value }))),
  )
  const { rows } = await admin.query(
    selectFits(
      asked.map(({ type }) => type),
      asked.map(({ value }) => value),
    ),
  )
  const fits = rows.map(row => row.fits as boolean)
  // Only this field's own fault counts: the others of the kind are missing here, and named after it or before.
  const expected = asked.map(({ kind, field, value }) => {
    const others = Object.fromEntries(Object.entries(sampleOf(kind)).filter(([name]) => name !== field))
    return checkConductFields(kind, { ...others, [field]: value }).ok
  })
  const differing = asked.filter((_, index) => fits[index] !== expected[index]).map(each => JSON.stringify(each))
  expect(differing).toEqual([])
  expect(expected.filter(Boolean).length).toBeGreaterThan(asked.length / 40)
  expect(fits.length).toBe(asked.length)
})

const samples: Record<string, Json> = {
  code: 'a',
  codes: ['a', 'b'],
  count: 0,
  entry: 1,
  entries: [1, 2],
  hash,
  instant: '2018-08-31T03:59:59.123Z',
  date: '2018-08-31',
  flag: true,
  line: 'a line',
}
const sampleOf = (kind: string): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(
      (conductKinds as Record<string, { fields: Record<string, string | readonly Json[]> }>)[kind]?.fields ?? {},
    ).map(([field, type]) => [
      field,
      typeof type === 'string' ? (samples[type.replace('?', '')] ?? null) : (type[0] ?? null),
    ]),
  )

const listed = ['ballot.cast', 'key.registered', 'walls.changed', 'inquiry.answered', 'agreement.activated']

test.each(listed)('%s: whole fields pass; one missing, one too many and no object are refused', async kind => {
  const whole = sampleOf(kind)
  const check = (clear: Json) =>
    admin.query(callCheckFields(kind, clear)).then(
      () => 'taken',
      error => error.code as string,
    )
  expect(await check(whole)).toBe('taken')
  const [first = ''] = Object.keys(whole)
  const { [first]: _, ...lacking } = whole
  expect(await check(lacking)).toBe('PA004')
  expect(await check({ ...whole, person: 'Sample' })).toBe('PA004')
  for (const none of [[], 'text', 1, null]) expect(await check(none)).toBe('PA004')
})
