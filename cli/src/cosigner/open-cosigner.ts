import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { emptyRoot, formatVkey, httpSource, type NoteSigner, parseVkey, toHex, type VerifierKey } from '@pars/ledger'
import { generateSigningKey, noteSigner, sha256 } from '@pars/ledger/node'
import { CommandProblem } from '../command.ts'
import { type Cosigner, makeCosigner } from './cosigner.ts'
import { type CosignerState, stateFile, syncedWrite } from './state-file.ts'

export interface CosignerOptions {
  readonly home: string
  /** Address of the log, `http://localhost:7277/log`. */
  readonly log: string
  /** The log's key from a source that the custodian trusts; without it the one that the log itself gives at the first start, kept for good. */
  readonly logKey?: string | undefined
  readonly name?: string | undefined
  readonly port?: number | undefined
  readonly say: (line: string) => void
}

export interface OpenedCosigner {
  readonly cosigner: Cosigner
  readonly vkey: string
  readonly port: number
  /** The folder of the log's checkpoint for monitors: SHA-256 of its origin, in hexadecimal. */
  readonly originHash: string
  /** Remembers the port that was taken, so that the next start has the same. */
  keepPort(port: number): void
}

const readLogKey = async ({ log, logKey }: CosignerOptions): Promise<string> => {
  if (logKey !== undefined) return logKey.trim()
  const answer = await fetch(`${log}/key`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
  if (answer?.ok) return (await answer.text()).trim()
  throw new CommandProblem(`The log at ${log} gives no key: check the address, or name the key with --log-key.`)
}

const parseLogKey = (text: string): VerifierKey => {
  const key = parseVkey(sha256, text)
  if (key.ok && key.value.algorithm === 'ed25519') return key.value
  throw new CommandProblem('The key of the log cannot be read: give the whole line, NAME+ID+KEY.')
}

const beginState = async (options: CosignerOptions): Promise<CosignerState> => {
  const logVkey = await readLogKey(options)
  const { name: origin } = parseLogKey(logVkey)
  const own = options.name ?? `${origin}/cosigner/${basename(options.home)}-${randomBytes(2).toString('hex')}`
  if (options.logKey === undefined)
    options.say(`The log's own key is taken, and kept: ${logVkey}. Compare it with the city's.`)
  return {
    name: own,
    log: options.log,
    logVkey,
    port: options.port ?? 0,
    size: 0,
    root: toHex(emptyRoot(sha256)),
    peaks: [],
    note: null,
    votingKeys: [],
    refusals: [],
  }
}

/** The key of this folder, made at the first start. A key without a memory is never used: it could be made to contradict itself. */
const readSigner = (home: string, name: string): NoteSigner => {
  const path = join(home, 'key.pem')
  if (!existsSync(path)) syncedWrite(path, generateSigningKey())
  return noteSigner(name, 'cosignature', readFileSync(path, 'utf8'))
}

/** Opens the folder of a cosigner: its key and what it remembers, made at the first start. Throws CommandProblem. */
export const openCosigner = async (options: CosignerOptions): Promise<OpenedCosigner> => {
  const { home, say } = options
  const file = stateFile(home)
  const kept = file.read()
  if (!kept && existsSync(join(home, 'key.pem')))
    throw new CommandProblem(
      `${home} has a key but no state.json: a cosigner that forgot what it signed must not sign again. Restore the file, or begin in another folder with a new key.`,
    )
  const begun = kept ?? (await beginState(options))
  if (options.logKey !== undefined && options.logKey.trim() !== begun.logVkey)
    throw new CommandProblem(`${home} belongs to a log with another key: give each log a folder of its own.`)
  let state: CosignerState = { ...begun, log: options.log, port: options.port ?? begun.port }
  file.save(state)
  const signer = readSigner(home, state.name)
  const logKey = parseLogKey(state.logVkey)
  const parts = { home, file, signer, logKey, source: httpSource(state.log, fetch), log: say }
  // The port is written before anything is signed: afterward the state is the cosigner's own.
  let cosigner: Cosigner | undefined
  return {
    get cosigner() {
      cosigner ??= makeCosigner(parts, state)
      return cosigner
    },
    vkey: formatVkey(signer),
    port: state.port,
    originHash: createHash('sha256').update(logKey.name).digest('hex'),
    keepPort(port) {
      if (port === state.port) return
      state = { ...state, port }
      file.save(state)
    },
  }
}
