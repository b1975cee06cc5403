import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { findNativeFolder, prepareBinaries } from '../embedded/postgres-binaries.ts'
import { chooseRunAs, type RunAs, spawnOptions } from '../embedded/run-as.ts'

export interface TestCluster {
  /** Superuser on the `postgres` database, over the socket. */
  admin: Required<Pick<ClientConfig, 'host' | 'port' | 'user' | 'database'>> & { password: string }
  stop(): Promise<void>
}

interface Programs {
  initdb: string
  postgres: string
}

/** Memory where there is plenty: a clone is hundreds of small files, which some disks make slowly. */
const findFolder = (): string => {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 4 * 1024 ** 3 ? memory : tmpdir()
}

/** `bin` is a folder with initdb and postgres, `/usr/lib/postgresql/15/bin`; without it the npm package's. */
const findPrograms = (bin: string | undefined, runAs: RunAs | undefined): Programs => {
  if (bin !== undefined) return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
  return prepareBinaries({ native: findNativeFolder(), shared: '/var/lib/pars', runAs, log: () => {} })
}

const makeData = (folder: string, programs: Programs, runAs: RunAs | undefined, password: string) => {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (runAs !== undefined) chownSync(passwordFile, runAs.uid, runAs.gid)
  const args = ['-D', join(folder, 'data'), '-U', 'postgres', '--encoding=UTF8', '--locale=C', '--no-sync']
  const secure = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const ran = spawnSync(programs.initdb, [...args, ...secure], { ...spawnOptions(runAs), encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`initdb failed: ${ran.error?.message ?? ran.stderr}`)
}

const waitUntilServing = async (admin: ClientConfig, hasEnded: () => boolean) => {
  for (;;) {
    const client = new Client(admin)
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (fault) {
      if (hasEnded()) throw new Error('the test cluster did not start', { cause: fault })
      await wait(20)
    }
  }
}

/** The shell outlives a killed test run by one `cat`: when its standard input closes it stops the server and tidies up. */
const keeper = 'folder=$1; shift; "$@" >"$folder/log" 2>&1 & cat >/dev/null; kill -QUIT $!; wait $!; rm -rf "$folder"'

/**
 * A cluster of its own for one test run, in a temporary folder, without fsync, reached over its socket only.
 * It ends with the process that started it, however that ends.
 */
export const startTestCluster = async (bin?: string): Promise<TestCluster> => {
  const runAs = chooseRunAs()
  const programs = findPrograms(bin, runAs)
  const folder = mkdtempSync(join(findFolder(), 'pars-'))
  if (runAs !== undefined) chownSync(folder, runAs.uid, runAs.gid)
  chmodSync(folder, 0o700)
  const password = randomBytes(16).toString('hex')
  makeData(folder, programs, runAs, password)
  const settings = [
    'fsync=off',
    'max_connections=200',
    'shared_buffers=64MB',
    'listen_addresses=',
    'jit=off',
    'max_prepared_transactions=10',
  ]
  const server = [programs.postgres, '-D', join(folder, 'data'), '-k', folder, ...settings.flatMap(one => ['-c', one])]
  const child = spawn('/bin/sh', ['-c', keeper, 'sh', folder, ...server], {
    ...spawnOptions(runAs),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  let ended = false
  const end = new Promise<void>(resolve => child.once('exit', () => resolve())).then(() => {
    ended = true
  })
  const admin = { host: folder, port: 5432, user: 'postgres', password, database: 'postgres' }
  await waitUntilServing(admin, () => ended || !existsSync(folder))
  const stop = async () => {
    child.stdin.end()
    await end
    rmSync(folder, { recursive: true, force: true })
  }
  return { admin, stop }
}
