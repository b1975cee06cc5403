import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { EmbeddedPostgresError } from '../../src/embedded/embedded-postgres-error.ts'
import { findNativeFolder } from '../../src/embedded/postgres-binaries.ts'
import { chooseRunAs } from '../../src/embedded/run-as.ts'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import { copyProject } from './copied-project.ts'
import { startChild } from './started-child.ts'
import { findOrdinaryUser, isRoot, listServers, makeCreatedHome, makeFolder, removeFolders } from './temporary-home.ts'

async function makeStoppedHome() {
  const home = await makeCreatedHome()
  return { home, data: join(home, 'postgresql', 'data') }
}

/** The start must fail with that fault, in one sentence, and leave neither process nor lock. */
async function expectFault(home: string, fault: string, sentence: RegExp): Promise<void> {
  const failed = startEmbeddedPostgres({ home })
  await expect(failed).rejects.toMatchObject({ name: 'EmbeddedPostgresError', fault })
  await expect(failed).rejects.toThrow(sentence)
  await failed.catch((error: Error) => expect(error.message).toMatch(/^[^\n]+: [^\n]+\.$/))
  expect(listServers(home)).toEqual([])
  expect(existsSync(join(home, 'pars.lock'))).toBe(false)
}

async function findFault(home: string): Promise<string | undefined> {
  try {
    await (await startEmbeddedPostgres({ home })).stop()
    return undefined
  } catch (error) {
    return error instanceof EmbeddedPostgresError ? error.fault : String(error)
  }
}

function canMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' })
    return isRoot && process.platform === 'linux'
  } catch {
    return false
  }
}

describe('a start that cannot succeed says what to do', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('when a file is in the home’s place', async () => {
    const home = join(makeFolder(), '.pars')
    writeFileSync(home, '')
    await expectFault(home, 'folder-not-writable', /cannot write to .*\.pars \(EEXIST.*name another one in PARS_HOME/)
  })

  test('when the folder is not writable', async () => {
    const folder = makeFolder()
    const user = findOrdinaryUser()
    chmodSync(folder, 0o555)
    const project = user === undefined ? undefined : copyProject(makeFolder())
    const options = { home: join(folder, '.pars'), ...(user && project ? { user, project } : {}) }
    const { result } = await startChild(options)
    expect(result).toMatchObject({ ok: false, fault: 'folder-not-writable' })
    expect(result).toHaveProperty('message', expect.stringMatching(/make that folder writable for this user/))
  })

  test('when another major version wrote the data', async () => {
    const { home, data } = await makeStoppedHome()
    writeFileSync(join(data, 'PG_VERSION'), '15\n')
    await expectFault(home, 'other-major-version', /was written by PostgreSQL 15 and this PARS brings 18/)
  })

  test('when the password is missing or is not that of the data', async () => {
    const { home, data } = await makeStoppedHome()
    const password = join(home, 'keys', 'postgres-password')
    writeFileSync(password, 'another')
    await expectFault(home, 'password-missing', /is not that of/)
    rmSync(password)
    await expectFault(home, 'password-missing', /postgres-password is missing/)
    expect(existsSync(data)).toBe(true)
  })

  test('when PostgreSQL cannot read its own files', async () => {
    const { home, data } = await makeStoppedHome()
    rmSync(join(data, 'global', 'pg_control'))
    await expectFault(home, 'did-not-start', /did not start on .*read .*postgresql\.log/)
  })

  test('when the port is taken', async () => {
    const home = await makeCreatedHome()
    const squatter = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => squatter.once('listening', resolve))
    const address = squatter.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await expect(startEmbeddedPostgres({ home, port })).rejects.toMatchObject({ fault: 'port-taken' })
    await expect(startEmbeddedPostgres({ home, port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`)
    await new Promise(resolve => squatter.close(resolve))
    const server = await startEmbeddedPostgres({ home, port })
    expect(server.connection.port).toBe(port)
    await server.stop()
  })

  test('when no PostgreSQL comes for this platform', () => {
    expect(() => findNativeFolder('win32', 'x64')).toThrow(
      /no PostgreSQL for win32-x64 .* put its address in DATABASE_URL\.$/,
    )
  })

  test('when what is there does not run', async () => {
    const native = makeFolder()
    mkdirSync(join(native, 'bin'))
    const home = join(makeFolder(), '.pars')
    await expect(startEmbeddedPostgres({ home, native })).rejects.toMatchObject({ fault: 'no-binaries' })
  })

  test.skipIf(!canMount())('when the disk is full, however little is left on it (needs root and mounts)', async () => {
    const folder = makeFolder()
    const home = join(folder, '.pars')
    const filler = join(folder, 'filler')
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'pars-test', folder])
    try {
      await expectFault(home, 'disk-full', /is full: free at least 100 MB/)
      execFileSync('mount', ['-o', 'remount,size=150m', folder])
      await (await startEmbeddedPostgres({ home })).stop()
      const faults = []
      for (const pagesLeft of [0, 1, 2, 3, 4, 6, 8, 12, 16]) {
        const { bavail, bsize } = statfsSync(folder)
        writeFileSync(filler, Buffer.alloc((bavail - pagesLeft) * bsize))
        faults.push(await findFault(home))
        rmSync(filler)
      }
      expect(faults[0]).toBe('disk-full')
      expect(faults.filter(fault => fault !== 'disk-full' && fault !== undefined)).toEqual([])
      expect(await findFault(home)).toBeUndefined()
    } finally {
      execFileSync('umount', ['-l', folder])
    }
  })

  test.skipIf(!isRoot)('when root finds no user to run PostgreSQL as (needs root)', () => {
    const passwd = 'root:x:0:0::/root:/bin/sh\nsome:x:1000:1000::/home/some:/bin/sh\n'
    expect(() => chooseRunAs(passwd)).toThrow(/neither a user "postgres" nor "nobody": run "useradd/)
    expect(chooseRunAs(`${passwd}nobody:x:65534:65534::/:/bin/false\n`)).toMatchObject({ name: 'nobody', uid: 65534 })
    const both = `${passwd}nobody:x:65534:65534::/:/bin/false\npostgres:x:101:104::/:/bin/false\n`
    expect(chooseRunAs(both)).toEqual({ name: 'postgres', uid: 101, gid: 104 })
    expect(chooseRunAs(both, 1000)).toMatchObject({ name: 'some' })
  })

  test.skipIf(!isRoot)('when this process’s own user has no name (needs root)', async () => {
    const folder = makeFolder()
    const home = join(folder, '.pars')
    chownSync(folder, 54321, 54321)
    const { result } = await startChild({ home, user: { uid: 54321, gid: 54321 }, project: copyProject(makeFolder()) })
    expect(result).toMatchObject({ ok: false, fault: 'no-user' })
  })
})
