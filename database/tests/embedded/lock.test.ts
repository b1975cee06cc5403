import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { acquireHomeLock } from '../../src/embedded/home-lock.ts'
import { findProcessStart } from '../../src/embedded/server/process-identity.ts'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import { startChildWell } from './started-child.ts'
import { makeCreatedHome, makeFolder, removeFolders } from './temporary-home.ts'

const program = join(import.meta.dirname, 'lock-program.ts')

function writeLock(home: string, pid: number, processStart: string): void {
  writeFileSync(join(home, 'pars.lock'), JSON.stringify({ pid, processStart, nonce: 'earlier' }))
}

async function race(home: string, callers: number): Promise<string[]> {
  const instant = String(Date.now() + 1500)
  const children = Array.from({ length: callers }, () => spawn(process.execPath, [program, home, instant]))
  const answers = await Promise.all(children.map(async child => String((await once(child.stdout, 'data'))[0]).trim()))
  for (const child of children) child.kill('SIGKILL')
  return answers
}

describe('the lock of a home', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('a second PARS on the same home is refused with the pid of the first, which goes on undisturbed', async () => {
    const home = await makeCreatedHome()
    const first = await startChildWell({ home })
    const second = startEmbeddedPostgres({ home })
    await expect(second).rejects.toMatchObject({ fault: 'already-running' })
    await expect(second).rejects.toThrow(`Another PARS is running on ${home} (process ${first.pid},`)
    expect(findProcessStart(first.result.pid)).toBeDefined()
    expect(await first.kill('SIGTERM')).toBe(0)
    const third = await startEmbeddedPostgres({ home })
    await third.stop()
  })

  test('the same process cannot hold it twice', () => {
    const home = makeFolder()
    const lock = acquireHomeLock(home)
    expect(() => acquireHomeLock(home)).toThrow(`process ${process.pid}`)
    lock.release()
    acquireHomeLock(home).release()
    expect(readdirSync(home)).toEqual([])
  })

  test('is taken over when its process is gone', async () => {
    const home = makeFolder()
    const gone = spawn('true')
    await once(gone, 'exit')
    writeLock(home, gone.pid ?? 0, 'whenever')
    acquireHomeLock(home)
    expect(readFileSync(join(home, 'pars.lock'), 'utf8')).toContain(`"pid":${process.pid}`)
  })

  test('is taken over when its pid now belongs to another process', () => {
    const home = makeFolder()
    writeLock(home, process.ppid, 'another boot/1')
    acquireHomeLock(home)
    expect(readFileSync(join(home, 'pars.lock'), 'utf8')).toContain(`"pid":${process.pid}`)
  })

  test('is respected while its process lives', () => {
    const home = makeFolder()
    writeLock(home, process.ppid, findProcessStart(process.ppid) ?? '')
    expect(() => acquireHomeLock(home)).toThrow(`process ${process.ppid}`)
  })

  test('a lock file of garbage holds nobody up', () => {
    const home = makeFolder()
    writeFileSync(join(home, 'pars.lock'), '\0\0\0')
    acquireHomeLock(home).release()
  })

  test('is taken over also when the start that was about to take it over is gone', () => {
    const home = makeFolder()
    const path = join(home, 'pars.lock')
    const gone = (nonce: string) => JSON.stringify({ pid: 2 ** 22 + 1, processStart: 'whenever', nonce })
    const after = (text: string) => `${path}.after-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
    writeFileSync(path, gone('first'))
    writeFileSync(after(gone('first')), gone('second'))
    writeFileSync(after(gone('second')), gone('third'))
    acquireHomeLock(home)
    expect(readFileSync(path, 'utf8')).toContain(`"pid":${process.pid}`)
    expect(readdirSync(home)).toEqual(['pars.lock'])
  })

  test('of 20 that find a stale lock at once, one gets it', async () => {
    const home = makeFolder()
    writeLock(home, 2 ** 22 + 1, 'whenever')
    const answers = await race(home, 20)
    expect(answers.filter(answer => answer === 'held')).toHaveLength(1)
    expect(answers.filter(answer => answer === 'already-running')).toHaveLength(19)
  })
})
