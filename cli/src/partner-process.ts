import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PartnerLines } from '@pars/server'

export interface PartnerProcess {
  stop(): Promise<void>
}

export interface PartnerProcessOptions {
  readonly lines: PartnerLines
  /** The one key file that the process may read. */
  readonly keyFile: string
  readonly log: (line: string) => void
}

const program = join(import.meta.dirname, 'pars.ts')

/** Nothing of this process's environment goes along but how to find programs and trust: no address, no password, no key folder. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    ['PATH', 'TZ', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'].flatMap(name => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

const startChild = ({ lines, keyFile }: PartnerProcessOptions): { child: ChildProcess; takeBack: () => void } => {
  const child = spawn(process.execPath, [program, 'partner-door', '--key', keyFile], {
    env: environment(),
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  // Standard input stays open: when this process dies in any way it closes, and the partner door ends by itself.
  child.stdin?.on('error', () => {})
  const takeBack = lines.follow(line => child.stdin?.write(`${line}\n`))
  return { child, takeBack }
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise(resolve => {
    child.once('error', () => resolve(null))
    child.once('exit', code => resolve(code))
  })

/** Keeps the partner door open in a process of its own, and opens it again when that process ends. */
export const startPartnerProcess = (options: PartnerProcessOptions): PartnerProcess => {
  let child: ChildProcess | undefined
  let stopping = false
  const live = async (): Promise<void> => {
    while (!stopping) {
      const started = startChild(options)
      child = started.child
      const code = await ended(child)
      started.takeBack()
      if (stopping) return
      options.log(`the partner door closed (exit code ${code ?? 'unknown'}); it opens again in a second`)
      await sleep(1000)
    }
  }
  const done = live()
  return {
    async stop() {
      stopping = true
      child?.stdin?.end()
      await Promise.race([done, sleep(3000)])
      child?.kill('SIGKILL')
    },
  }
}
