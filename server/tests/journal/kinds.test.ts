import { type TestDatabase, testDatabase } from '@pars/database/testing'
import { conductKinds, recordSlots } from '@pars/ledger'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

let database: TestDatabase
let kinds: { kind: string; class: string; slots: string[]; fields: object | null }[] = []

beforeAll(async () => {
  database = await testDatabase()
  const client = new Client(database.admin)
  await client.connect()
  kinds = (await client.query('select kind, class, slots, fields from journal.kind order by kind')).rows
  await client.end()
})
afterAll(() => database.drop())

// An entry whose leaf the format does not hold would stop the sequencer, after it was committed.
test('every kind of conduct that the database takes is one of the format, with the same fields, and the same slots in the same order', () => {
  const conduct = kinds.filter(({ class: of }) => of === 'conduct')
  expect(conduct.length).toBeGreaterThan(5)
  const format: Record<string, { readonly fields: object; readonly slots: readonly string[] }> = conductKinds
  expect(conduct.map(({ kind, slots, fields }) => ({ kind, slots, fields }))).toEqual(
    conduct.map(({ kind }) => ({ kind, slots: [...(format[kind]?.slots ?? [])], fields: format[kind]?.fields })),
  )
})

test('every kind of a record has the slots of all records, so that its leaf does not tell which it is', () => {
  const records = kinds.filter(({ class: of }) => of === 'record')
  expect(records.length).toBeGreaterThan(20)
  expect(records.filter(({ slots }) => slots.join() !== recordSlots.join())).toEqual([])
})

test('no kind of a record is a kind of conduct in the format', () => {
  expect(kinds.filter(({ kind, class: of }) => of === 'record' && kind in conductKinds)).toEqual([])
})
