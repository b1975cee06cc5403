import { viewCity, viewMe } from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let city: TestServer
beforeAll(async () => {
  city = await startTestServer()
})
afterAll(() => city.stop())

test('a signed-in account is told who it is and what it may do', async () => {
  const me = await (await city.as('magistrate')).call(viewMe)
  expect(me.account?.role).toBe('magistrate')
  expect(me.may).toContain('bail.set')
  expect(me.may).not.toContain('bail.request')
})

test('a visitor of a rehearsal has no account and a short list', async () => {
  const me = await city.visitor.call(viewMe)
  expect(me.account).toBeNull()
  expect(me.role).toBe('visitor')
  expect(me.may).toContain('board.view')
  expect(me.may.some(permission => permission.startsWith('bail.'))).toBe(false)
})

test('the city offers eight chairs', async () => {
  const answer = await city.visitor.call(viewCity)
  expect(answer.chairs).toHaveLength(8)
  expect(answer.rehearsal).toBe(true)
})
