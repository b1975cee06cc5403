import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Client, createClient } from '@pars/contract'
import { keepHome } from '@pars/database/testing'
import { projectFolder } from '../source-files.ts'

export const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

const isHealthy = async (baseUrl: string): Promise<boolean> =>
  (await fetch(`${baseUrl}/healthz`).catch(() => undefined))?.status === 200

/** Waits until the server says that it is healthy. Throws when it ends first or takes two minutes. */
export const untilHealthy = async (baseUrl: string, child: ChildProcess): Promise<void> => {
  for (let turn = 0; turn < 12_000; turn++) {
    if (await isHealthy(baseUrl)) return
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`)
    await sleep(10)
  }
  throw new Error('the server is not healthy after two minutes')
}

export const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

export interface BenchServer {
  readonly baseUrl: string
  readonly home: string
  tokenOf(subject: string): Promise<string>
  as(subject: string): Promise<Client>
  stop(): Promise<void>
}

/** The embedded default in a home of its own that is removed at the end; without its city unless asked. */
export const startBenchServer = async ({ withCity = false } = {}): Promise<BenchServer> => {
  const kept = keepHome('pars-bench-')
  const { home } = kept
  const port = await findFreePort()
  const baseUrl = `http://localhost:${port}`
  const env = { ...process.env, PARS_HOME: home, PORT: String(port) }
  const program = join(projectFolder, 'cli/src/pars.ts')
  const child = spawn(process.execPath, [program, 'serve', ...(withCity ? [] : ['--no-city'])], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  kept.keep(child)
  await untilHealthy(baseUrl, child)
  const tokenOf = async (subject: string): Promise<string> =>
    (await promisify(execFile)(process.execPath, [program, 'token', subject], { env })).stdout.trim()
  return {
    baseUrl,
    home,
    tokenOf,
    as: async subject => createClient({ baseUrl, token: await tokenOf(subject) }),
    async stop() {
      await stopChild(child)
      await kept.remove()
    },
  }
}
