import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CommandProblem } from '../src/command.ts'
import { withChosenServer } from '../src/server-options.ts'

const folder = mkdtempSync(join(tmpdir(), 'pars-options-'))
afterAll(() => rmSync(folder, { recursive: true }))

const server = 'http://localhost:7277/'
const fileOf = (content: string): string => {
  const path = join(folder, 'tokens.json')
  writeFileSync(path, content)
  return path
}
const problemOf = async (choice: Parameters<typeof withChosenServer>[0], account = 'magistrate'): Promise<string> => {
  const problem: unknown = await withChosenServer(choice, ({ tokenOf }) => tokenOf(account)).catch(
    (error: unknown) => error,
  )
  if (!(problem instanceof CommandProblem)) throw new Error(`no problem, but ${String(problem)}`)
  return problem.message
}

test('a server and a file of tokens are named together', async () => {
  expect(await problemOf({ server })).toMatch(/go together/)
  expect(await problemOf({ 'token-file': fileOf('{}') })).toMatch(/go together/)
})

test('each account has its token from the file, and the address its ending slash taken off', async () => {
  const choice = { server, 'token-file': fileOf('{"magistrate":"a"}') }
  const found = await withChosenServer(choice, async at => [at.baseUrl, await at.tokenOf('magistrate')])
  expect(found).toEqual(['http://localhost:7277', 'a'])
})

test('what is wrong with either is said in one sentence', async () => {
  const file = fileOf('{"magistrate":"a","court-system":7}')
  expect(await problemOf({ server, 'token-file': file }, 'court-system')).toMatch(
    /has no token of the account "court-system"/,
  )
  expect(await problemOf({ server, 'token-file': file }, 'detective')).toMatch(/has no token/)
  expect(await problemOf({ server: 'nowhere', 'token-file': file })).toMatch(/wants an address/)
  expect(await problemOf({ server, 'token-file': join(folder, 'none.json') })).toMatch(/can't be read/)
  for (const content of ['[]', 'null', '{', '7'])
    expect(await problemOf({ server, 'token-file': fileOf(content) })).toMatch(/is no JSON object/)
})
