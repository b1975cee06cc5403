import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestServer } from '../../server/tests/testing/start-test-server.ts'

const program = join(import.meta.dirname, '../src/pars.ts')
const accounts = [
  'intake-system',
  'charging-attorney',
  'court-system',
  'magistrate',
  'court-manager',
  'release-desk',
  'release-desk-2',
]

/** The options with which a command finds a test server, tokens in a file of that folder. */
export const optionsFor = async (server: TestServer, folder: string): Promise<string[]> => {
  const tokens: Record<string, string> = {}
  for (const account of accounts) tokens[account] = await server.tokenOf(account)
  const file = join(folder, 'tokens.json')
  writeFileSync(file, JSON.stringify(tokens))
  return ['--server', server.baseUrl, '--token-file', file]
}

export const startPars = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a command of its own process to its end. */
export const runPars = (args: readonly string[]): Promise<Ended> =>
  new Promise(resolve => {
    const child = startPars(args)
    let out = ''
    let err = ''
    child.stdout?.on('data', data => {
      out += String(data)
    })
    child.stderr?.on('data', data => {
      err += String(data)
    })
    child.once('close', code => resolve({ code, out, err }))
  })
