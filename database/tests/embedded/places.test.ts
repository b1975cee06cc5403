import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { findEmbeddedPostgres } from '../../src/embedded/find-embedded-postgres.ts'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import { copiedNative, copyProject } from './copied-project.ts'
import { startChildWell } from './started-child.ts'
import { findOrdinaryUser, isRoot, listServers, makeFolder, removeFolders } from './temporary-home.ts'

/** A folder only root can enter, and a shared one. */
function makePrivateFolder(): { folder: string; shared: string } {
  const folder = makeFolder()
  chmodSync(folder, 0o700)
  return { folder, shared: join(makeFolder(), 'shared') }
}

describe('the home may lie', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('under a long path with spaces and letters of every kind', async () => {
    const home = join(makeFolder(), `a project's "own" folder – ${'long '.repeat(20)}`, 'Łódź', '.pars')
    expect(Buffer.byteLength(home)).toBeGreaterThan(120)
    const server = await startEmbeddedPostgres({ home })
    expect(server.dataFolder.startsWith(home)).toBe(true)
    expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
    expect(await findEmbeddedPostgres({ home })).toEqual(server.connection)
    await server.stop()
    expect(existsSync(server.connection.host)).toBe(false)
    const again = await startEmbeddedPostgres({ home })
    expect(again.freshlyCreated).toBe(false)
    await again.stop()
    expect(listServers(home)).toEqual([])
  })

  test('in an ordinary user’s own folder', async () => {
    const user = findOrdinaryUser()
    const folder = makeFolder()
    chmodSync(folder, 0o700)
    if (user !== undefined) chownSync(folder, user.uid, user.gid)
    const home = join(folder, '.pars')
    const options = user === undefined ? { home } : { home, user, project: copyProject(makeFolder()) }
    const first = await startChildWell(options)
    expect(first.result).toMatchObject({ freshlyCreated: true, dataFolder: join(home, 'postgresql', 'data') })
    await first.kill('SIGKILL')
    const second = await startChildWell(options)
    expect(second.result).toMatchObject({ wasAdopted: true, pid: first.result.pid })
    expect(await second.kill('SIGTERM')).toBe(0)
    expect(listServers(home)).toEqual([])
    expect(statSync(home).mode & 0o777).toBe(0o700)
  })

  test.skipIf(!isRoot)('in an ordinary user’s folder and be started by root afterwards (needs root)', async () => {
    const user = findOrdinaryUser()
    if (user === undefined) throw new Error('root has no ordinary user')
    const folder = makeFolder()
    chownSync(folder, user.uid, user.gid)
    const home = join(folder, '.pars')
    const first = await startChildWell({ home, user, project: copyProject(makeFolder()) })
    await first.kill('SIGTERM')
    const server = await startEmbeddedPostgres({ home })
    expect(server.freshlyCreated).toBe(false)
    expect(statSync(`/proc/${server.pid}`).uid).toBe(user.uid)
    await server.stop()
  })

  test.skipIf(!isRoot)('with the whole project under a folder that only root may enter (needs root)', async () => {
    const { folder, shared } = makePrivateFolder()
    const home = join(folder, '.pars')
    const options = { home, shared, project: copyProject(folder) }
    const first = await startChildWell(options)
    expect(first.result.dataFolder.startsWith(shared)).toBe(true)
    expect(statSync(first.result.dataFolder).mode & 0o777).toBe(0o700)
    expect(first.result.lines.join('\n')).toMatch(/copied PostgreSQL 18\.\d+ to .*because its user cannot reach/)
    const pointer = JSON.parse(readFileSync(join(home, 'postgresql.json'), 'utf8'))
    expect(pointer).toMatchObject({
      folder: join(first.result.dataFolder, '..'),
      why: expect.stringContaining('as root'),
    })
    await first.kill('SIGKILL')
    const second = await startChildWell(options)
    expect(second.result).toMatchObject({ wasAdopted: true, pid: first.result.pid })
    expect(second.result.lines.join('\n')).not.toContain('copied')
    await second.kill('SIGTERM')
    expect(listServers(shared)).toEqual([])
    expect(readdirSync(join(shared, `postgresql-${first.result.version}`))).toHaveLength(1)
  })
})

describe.skipIf(!isRoot)('root with a strict umask (needs root)', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('starts in place, and in a shared folder', async () => {
    const { folder, shared } = makePrivateFolder()
    const through = ['sh', '-c', 'umask 077; exec "$@"', 'sh']
    for (const home of [join(makeFolder(), 'one', '.pars'), join(folder, '.pars')]) {
      const child = await startChildWell({ home, shared, through })
      expect(await child.kill('SIGTERM')).toBe(0)
    }
  })
})

describe.skipIf(!isRoot)('data kept outside the home (needs root)', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('is set aside, not reused and not destroyed, when the home was deleted and begun anew', async () => {
    const { folder, shared } = makePrivateFolder()
    const home = join(folder, '.pars')
    const left = await startChildWell({ home, shared })
    await left.kill('SIGKILL')
    rmSync(home, { recursive: true })
    const lines: string[] = []
    const server = await startEmbeddedPostgres({ home, shared, log: line => lines.push(line) })
    expect(server.freshlyCreated).toBe(true)
    expect(listServers(shared)).not.toContain(left.result.pid)
    expect(lines.join('\n')).toMatch(/found data of an earlier .* moved it to .*\.left-/)
    expect(readdirSync(shared).filter(name => name.includes('.left-'))).toHaveLength(1)
    await server.stop()
  })

  test('follows a home that was moved, refuses a copy, and says when it is gone', async () => {
    const { folder, shared } = makePrivateFolder()
    const [home, moved, copied] = ['.pars', 'moved', 'copied'].map(name => join(folder, name)) as [
      string,
      string,
      string,
    ]
    const server = await startEmbeddedPostgres({ home, shared })
    await server.stop()
    renameSync(home, moved)
    const followed = await startEmbeddedPostgres({ home: moved, shared })
    expect(followed).toMatchObject({ freshlyCreated: false, dataFolder: server.dataFolder })
    await followed.stop()
    cpSync(moved, copied, { recursive: true })
    await expect(startEmbeddedPostgres({ home: copied, shared })).rejects.toMatchObject({ fault: 'copied-folder' })
    rmSync(join(server.dataFolder, '..'), { recursive: true })
    await expect(startEmbeddedPostgres({ home: moved, shared })).rejects.toMatchObject({ fault: 'data-missing' })
  })
})

describe('the PostgreSQL package', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('gets its library links when the install script did not make them', async () => {
    const project = copyProject(makeFolder())
    const native = copiedNative(project.folder)
    const links = readdirSync(join(native, 'lib')).filter(name => lstatSync(join(native, 'lib', name)).isSymbolicLink())
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) rmSync(join(native, 'lib', link))
    const child = await startChildWell({ home: join(makeFolder(), '.pars'), native, project })
    expect(child.result.lines.join('\n')).toContain(`mended ${links.length} library links`)
    expect(await child.kill('SIGTERM')).toBe(0)
  })
})
