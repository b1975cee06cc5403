import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type BackupKey,
  backupKeysFolder,
  destroyBackupKey,
  destroyOldKeys,
  endOf,
  listBackupKeys,
  makeBackupKey,
} from './backup/backup-keys.ts'
import { NoKeyOpens, NothingToSeal, NotWhole, openTo, sealTo } from './backup/sealed-file.ts'
import { type Command, CommandProblem } from './command.ts'

const dayOf = (date: Date): string => date.toISOString().slice(0, 16).replace('T', ' ')

const seal = async (folder: string, out: string | undefined): Promise<number> => {
  if (out === undefined) throw new CommandProblem('Name the file to write: pars backup seal --out FILE < dump')
  if (existsSync(out)) throw new CommandProblem(`${out} is there already: name a new file for each backup.`)
  if (process.stdin.isTTY)
    throw new CommandProblem('Give the dump on standard input: pg_dump -Fc | pars backup seal --out FILE')
  const key = await makeBackupKey(folder, new Date())
  try {
    const bytes = await sealTo(process.stdin, out, key)
    console.log(`Sealed ${bytes} bytes in ${out}. Its key is destroyed at ${dayOf(endOf(key))} UTC: ${key.file}`)
    return 0
  } catch (error) {
    await destroyBackupKey(key)
    if (error instanceof NothingToSeal)
      throw new CommandProblem('Nothing came in, so nothing was written: did the program before it in the pipe fail?')
    throw problemOfWriting(error, out)
  }
}

const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

const problemOfWriting = (error: unknown, out: string): unknown => {
  const code = systemCode(error)
  return code?.startsWith('E') && !code.startsWith('ERR_')
    ? new CommandProblem(`${out} cannot be written (${code}): name another place.`)
    : error
}

const problemOf = (
  error: unknown,
  { file, out }: { file: string; out: string | undefined },
  kept: readonly BackupKey[],
): unknown => {
  if (error instanceof NoKeyOpens)
    return new CommandProblem(
      `None of the ${kept.length} keys that are kept opens ${file}: its key was destroyed after 35 days, or lies in another folder (PARS_BACKUP_KEYS), or the file is no sealed backup.`,
    )
  if (error instanceof NotWhole)
    return new CommandProblem(`${file} was cut off or changed. What came out of it is not whole: throw it away.`)
  return problemOfWriting(error, out ?? 'standard output')
}

const open = async (folder: string, file: string | undefined, out: string | undefined): Promise<number> => {
  if (file === undefined || !existsSync(file)) throw new CommandProblem('Name the sealed backup: pars backup open FILE')
  const { keys } = await listBackupKeys(folder)
  await openTo(file, keys, out ?? process.stdout).catch(error => {
    throw problemOf(error, { file, out }, keys)
  })
  return 0
}

const list = async (folder: string, json: boolean): Promise<number> => {
  const { keys, unreadable } = await listBackupKeys(folder)
  for (const key of keys)
    console.log(
      json
        ? JSON.stringify({ file: key.file, madeAt: key.madeAt, destroyedAt: endOf(key) })
        : `${dayOf(key.madeAt)} UTC, destroyed at ${dayOf(endOf(key))} UTC: ${key.file}`,
    )
  for (const file of unreadable) console.error(`NO KEY, or without its day: ${file}. Destroy it yourself if it is one.`)
  if (!json) console.log(`${keys.length === 1 ? 'One key' : `${keys.length} keys`} in ${folder}`)
  return unreadable.length > 0 ? 1 : 0
}

export const backupCommand: Command = {
  summary: 'seal a backup under a key of its own that is destroyed before 35 days are over',
  usage: `Usage: pg_dump -Fc "$DATABASE_URL" | pars backup seal --out FILE
       pars backup open FILE [--out FILE]
       pars backup keys [--json]

What an order destroyed must not live on in backups. Each backup is an age file (age-encryption.org) under a key of its own in
PARS_BACKUP_KEYS (backup-keys in PARS_HOME). A key is destroyed an hour before its 35 days are over, by the running server or by the next of
these commands; then nobody opens that backup again. Keep the folder out of every backup, and on a file system that keeps no older
states.
  seal   standard input into FILE, which appears when it is whole
  open   to standard output, or into the file of --out; the age program opens it too, with the key's file
  keys   which there are, and when each is destroyed
Exit code 0 when done; 1 when a file among the keys cannot be read; 2 when nothing was done.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const [act, file] = positionals
    const folder = backupKeysFolder(process.env)
    for (const key of await destroyOldKeys(folder, new Date()))
      console.error(`The key of a backup was destroyed: ${key.file}`)
    if (act === 'seal') return seal(folder, values.out)
    if (act === 'open') return open(folder, file, values.out)
    if (act === 'keys') return list(folder, values.json)
    throw new CommandProblem('Say what to do: pars backup seal, open or keys.')
  },
}
