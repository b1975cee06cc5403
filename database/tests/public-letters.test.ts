import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'
import { insertLetters, listSubjects } from './public-letters.sql.ts'

let walled: WalledDatabase

beforeAll(async () => {
  walled = await openWalledDatabase()
  await insertLetters(walled.admin)
})
afterAll(() => walled.close())

test('the public reads a letter once it was released, and none before', async () => {
  expect(await listSubjects(walled.clientOf('pars_portal'))).toEqual(['Released'])
})

test.each(['pars_police', 'pars_prosecutor', 'pars_court', 'pars_keeper'] as const)(
  '%s reads every letter',
  async door => {
    expect(await listSubjects(walled.clientOf(door))).toEqual(['Kept', 'Released'])
  },
)
