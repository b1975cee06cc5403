import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

/** The operating system user PostgreSQL runs as when PARS itself runs as root, whom PostgreSQL refuses to serve. */
export type RunAs = { name: string; uid: number; gid: number }

const preferred = ['postgres', 'nobody']

/**
 * Chooses that user from the text of /etc/passwd; undefined when PARS does not run as root.
 * Data that already belongs to an ordinary user stays that user's: PostgreSQL serves only its owner's folder.
 */
export function chooseRunAs(passwd = readPasswd(), dataOwner?: number): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = passwd.split('\n').flatMap(parsePasswdLine)
  const owner = dataOwner ? users.find(user => user.uid === dataOwner) : undefined
  const chosen = owner ?? preferred.flatMap(name => users.filter(user => user.name === name && user.uid !== 0))[0]
  if (chosen !== undefined) return chosen
  throw new EmbeddedPostgresError(
    'no-user',
    'PostgreSQL does not run as root and this machine has neither a user "postgres" nor "nobody": ' +
      'run "useradd --system postgres", or start PARS as an ordinary user.',
  )
}

function parsePasswdLine(line: string): RunAs[] {
  const [name, , uid, gid] = line.split(':')
  if (name === undefined || uid === undefined || gid === undefined || !/^\d+$/.test(uid) || !/^\d+$/.test(gid))
    return []
  return [{ name, uid: Number(uid), gid: Number(gid) }]
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}

/** Nothing of the caller's environment: PG* variables would redirect initdb and postgres. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** How to spawn a PostgreSQL program: as `runAs`, from a folder anybody may stand in. */
export function spawnOptions(runAs: RunAs | undefined) {
  const identity = runAs === undefined ? {} : { uid: runAs.uid, gid: runAs.gid }
  return { ...identity, cwd: '/', env: serverEnvironment }
}

/** Asks the operating system itself, ACLs and mounts included, whether `runAs` may work in `folder`. */
export function canWorkIn(folder: string, runAs: RunAs | undefined): boolean {
  const probe = ['-c', 'cd -- "$1" && [ -w . ]', 'sh', folder]
  return spawnSync('/bin/sh', probe, { ...spawnOptions(runAs), stdio: 'ignore' }).status === 0
}
