import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A key that a seat votes with, or a partner's unit accepts with, from the log's register. */
export interface VotingKey {
  readonly use: 'ballot' | 'partner'
  /** The seat, or the unit's code. */
  readonly holder: string
  readonly keyId: string
  readonly algorithm: string
  /** base64. */
  readonly publicKey: string
  /** The entry that registered it, and the one that revoked it. */
  readonly from: number
  readonly until: number | null
}

/** Why a checkpoint was not cosigned, in one line. */
export interface Refusal {
  readonly at: string
  readonly status: number
  readonly why: string
  /** How often in a row. */
  readonly times: number
}

/** All that a cosigner remembers between two starts. */
export interface CosignerState {
  readonly name: string
  readonly log: string
  /** The verifier key of the one log that it confirms. */
  readonly logVkey: string
  readonly port: number
  readonly size: number
  /** Hexadecimal: the root of the tree that it signed last, and the roots of that tree's perfect subtrees. */
  readonly root: string
  readonly peaks: readonly string[]
  /** The note that it signed last, with its own line. */
  readonly note: string | null
  readonly votingKeys: readonly VotingKey[]
  readonly refusals: readonly Refusal[]
}

export interface StateFile {
  /** Undefined where there is none yet. */
  read(): CosignerState | undefined
  /** On disk, file and folder, when it returns. Throws when another process has written meanwhile. */
  save(state: CosignerState): void
}

export const syncedWrite = (path: string, content: string): void => {
  const handle = openSync(`${path}.part`, 'w', 0o600)
  writeSync(handle, content)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${path}.part`, path)
  const folder = openSync(join(path, '..'), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

export const stateFile = (home: string): StateFile => {
  const path = join(home, 'state.json')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const onDisk = (): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
  let known = onDisk()
  return {
    read: () => (known === undefined ? undefined : (JSON.parse(known) as CosignerState)),
    save(state) {
      // Two cosigners on one memory would each sign what the other knows nothing of.
      if (onDisk() !== known) throw new Error(`another process works in ${home}: stop one of the two`)
      known = `${JSON.stringify(state, null, 1)}\n`
      syncedWrite(path, known)
    },
  }
}
