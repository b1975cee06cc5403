import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { appointCosigner, createClient, viewLogStatus } from '@pars/contract'
import { type Seat, seats } from '@pars/domain'
import { formatPolicy, type PolicyCosigner, parseVkey } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'

export interface CosignerProcesses {
  stop(): Promise<void>
}

export interface CosignerProcessesOptions {
  /** Each seat's cosigner has a folder in `cosigners` below it. */
  readonly home: string
  readonly baseUrl: string
  /** Where the server reads whom to ask; undefined where it asks nobody. */
  readonly policyFile: string | undefined
  /** A bearer token of a demo account. */
  readonly tokenOf: (subject: string) => Promise<string>
  readonly log: (line: string) => void
}

interface Listening {
  vkey: string
  url: string
}

const program = join(import.meta.dirname, 'cosigner/main.ts')

const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    ['PATH', 'TZ', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'].flatMap(name => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

const startChild = ({ home, baseUrl }: CosignerProcessesOptions, seat: Seat, logKey: string): ChildProcess => {
  const log = ['--log', `${baseUrl}/log`, '--log-key', logKey]
  const args = ['--home', join(home, 'cosigners', seat), ...log, '--json', '--with-parent']
  const child = spawn(process.execPath, [program, ...args], { env: environment(), stdio: ['pipe', 'pipe', 'inherit'] })
  // Standard input stays open: when this process dies in any way it closes, and the cosigner ends by itself.
  child.stdin?.on('error', () => {})
  return child
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise(resolve => {
    child.once('error', () => resolve(null))
    child.once('exit', code => resolve(code))
  })

const readFirstLine = async (child: ChildProcess): Promise<Listening | undefined> => {
  if (!child.stdout) return undefined
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as Listening
  return undefined
}

const policyOf = (logVkey: string, listening: ReadonlyMap<Seat, Listening>): string => {
  const log = parseVkey(sha256, logVkey)
  const cosigners = seats.flatMap((name): PolicyCosigner[] => {
    const one = listening.get(name)
    const key = one && parseVkey(sha256, one.vkey)
    return one && key?.ok ? [{ name, key: key.value, url: one.url }] : []
  })
  if (!log.ok) throw new Error(`the log gives no key: ${log.fault}`)
  const members = cosigners.map(({ name }) => name)
  const threshold = Math.min(2, members.length)
  return formatPolicy({
    logs: [{ key: log.value }],
    cosigners,
    groups: [{ name: 'custodians', threshold, members }],
    quorum: 'custodians',
  })
}

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.part`, text, { mode: 0o600 })
  renameSync(`${path}.part`, path)
}

/** A rehearsal's three cosigners: a process for each seat with a folder of its own, appointed by that seat's representative. */
export const startCosignerProcesses = (options: CosignerProcessesOptions): CosignerProcesses | undefined => {
  const { baseUrl, policyFile, tokenOf, log } = options
  if (policyFile === undefined) return undefined
  const children = new Map<Seat, ChildProcess>()
  const listening = new Map<Seat, Listening>()
  let stopping = false

  const appoint = async (seat: Seat, { vkey }: Listening): Promise<void> => {
    const { cosigners } = await createClient({ baseUrl }).call(viewLogStatus)
    if (cosigners.some(one => one.seat === seat && one.vkey === vkey)) return
    const representative = createClient({ baseUrl, token: await tokenOf(`${seat}-representative`) })
    await representative.call(appointCosigner, { body: { vkey } })
  }
  const publish = (logKey: string): void => {
    if (listening.size === seats.length) write(policyFile, policyOf(logKey, listening))
  }
  const live = async (seat: Seat): Promise<void> => {
    const logKey = (await (await fetch(`${baseUrl}/log/key`)).text()).trim()
    while (!stopping) {
      const child = startChild(options, seat, logKey)
      children.set(seat, child)
      const end = ended(child)
      const first = await Promise.race([readFirstLine(child), end.then(() => undefined)])
      if (first) {
        listening.set(seat, first)
        await appoint(seat, first)
          .then(() => publish(logKey))
          .catch((error: Error) => log(`the ${seat} cosigner is not appointed: ${error.message}`))
      }
      const code = await end
      if (stopping) return
      log(`the ${seat} cosigner stopped (exit code ${code ?? 'unknown'}); it starts again in a second`)
      await sleep(1000)
    }
  }
  const done = Promise.all(seats.map(live)).catch((error: Error) =>
    log(`the cosigners could not begin: ${error.message}`),
  )
  return {
    async stop() {
      stopping = true
      for (const child of children.values()) child.stdin?.end()
      await Promise.race([done, sleep(3000)])
      for (const child of children.values()) child.kill('SIGKILL')
    },
  }
}
