import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, unlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'

/** The one key that opens one backup: an age identity, in a file of its own. */
export interface BackupKey {
  readonly file: string
  readonly identity: string
  readonly recipient: string
  readonly madeAt: Date
}

export interface KeptBackupKeys {
  readonly keys: readonly BackupKey[]
  /** Files that hold no key, or say no day: they are never destroyed by themselves. */
  readonly unreadable: readonly string[]
}

const hour = 3_600_000
/** What an order destroyed is in no backup 35 days later. An hour less: so often it is looked. */
export const lifetime = 35 * 24 * hour - hour

/** Where they lie: never in a backup themselves, nor on a file system of which older states are kept. */
export const backupKeysFolder = (env: NodeJS.ProcessEnv): string =>
  resolve(env['PARS_BACKUP_KEYS'] ?? join(env['PARS_HOME'] ?? '.pars', 'backup-keys'))

/** When a key is destroyed at the latest. */
export const endOf = ({ madeAt }: BackupKey): Date => new Date(madeAt.getTime() + lifetime)

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** Makes a key and has it on disk before anything is sealed with it. */
export const makeBackupKey = async (folder: string, now: Date): Promise<BackupKey> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const file = join(folder, `${now.toISOString().replaceAll(/[:.]/g, '-')}.${recipient.slice(4, 12)}.key`)
  const handle = await open(file, 'wx', 0o600)
  await handle.writeFile(`# created: ${now.toISOString()}\n# public key: ${recipient}\n${identity}\n`)
  await handle.sync()
  await handle.close()
  await syncFolder(folder)
  return { file, identity, recipient, madeAt: now }
}

const readBackupKey = async (file: string): Promise<BackupKey | undefined> => {
  const text = await readFile(file, 'utf8')
  const madeAt = new Date(/^# created: (\S+)$/m.exec(text)?.[1] ?? Number.NaN)
  const identity = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(text)?.[0]
  if (identity === undefined || Number.isNaN(madeAt.getTime())) return undefined
  const recipient = await identityToRecipient(identity).catch(() => undefined)
  return recipient === undefined ? undefined : { file, identity, recipient, madeAt }
}

/** The keys of a folder, oldest first; none where there is no folder. */
export const listBackupKeys = async (folder: string): Promise<KeptBackupKeys> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const keys: BackupKey[] = []
  const unreadable: string[] = []
  for (const name of names.filter(each => each.endsWith('.key')).sort()) {
    const key = await readBackupKey(join(folder, name))
    if (key) keys.push(key)
    else unreadable.push(join(folder, name))
  }
  return { keys, unreadable }
}

/** Overwrites a key's file and takes it away. What its file system keeps besides is for whoever chose the folder. */
export const destroyBackupKey = async ({ file }: BackupKey): Promise<void> => {
  const handle = await open(file, 'r+')
  const { size } = await handle.stat()
  await handle.write(Buffer.alloc(size), 0, size, 0)
  await handle.sync()
  await handle.close()
  await unlink(file)
  await syncFolder(resolve(file, '..'))
}

/** Destroys the keys whose time is over, and answers which. */
export const destroyOldKeys = async (folder: string, now: Date): Promise<BackupKey[]> => {
  const { keys } = await listBackupKeys(folder)
  const old = keys.filter(key => now.getTime() >= endOf(key).getTime())
  for (const key of old) await destroyBackupKey(key)
  return old
}
