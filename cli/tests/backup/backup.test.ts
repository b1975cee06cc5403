import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { destroyOldKeys, endOf, lifetime, listBackupKeys, makeBackupKey } from '../../src/backup/backup-keys.ts'
import { keepBackupKeys } from '../../src/backup/keep-backup-keys.ts'
import { NoKeyOpens, NothingToSeal, NotWhole, openTo, sealTo } from '../../src/backup/sealed-file.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pars-backup-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = (name: string): string => join(folder, name)
const madeAt = new Date('2026-03-01T12:00:00.000Z')
/** More than one piece of the format, and no whole number of them. */
const dump = Buffer.from('Xaviera-in-the-dump\n'.repeat(20_000))

const sealed = async (name: string) => {
  const key = await makeBackupKey(place(`${name}-keys`), madeAt)
  await sealTo(Readable.from([dump.subarray(0, 70_001), dump.subarray(70_001)]), place(name), key)
  return { key, keys: place(`${name}-keys`), file: place(name) }
}

describe('a backup under a key of its own', () => {
  test('opens again while its key is kept, and its file and its key tell nothing to others', async () => {
    const { key, file } = await sealed('whole.age')
    expect(readFileSync(file, 'latin1')).not.toContain('Xaviera')
    expect(readFileSync(file, 'latin1').split('\n')[0]).toBe('age-encryption.org/v1')
    const another = await makeBackupKey(place('other-keys'), madeAt)
    await openTo(file, [another, key], place('whole.out'))
    expect(readFileSync(place('whole.out')).equals(dump)).toBe(true)
    for (const made of [file, key.file, place('whole.out')]) expect(statSync(made).mode & 0o077).toBe(0)
  })

  test('opens never again once its key is destroyed, before 35 days are over and not sooner', async () => {
    const { key, keys, file } = await sealed('old.age')
    const end = endOf(key)
    expect(lifetime).toBeLessThanOrEqual(35 * 86_400_000 - 3_600_000)
    expect(await destroyOldKeys(keys, new Date(end.getTime() - 1))).toEqual([])
    expect(await destroyOldKeys(keys, end)).toMatchObject([{ recipient: key.recipient }])
    expect(readdirSync(keys)).toEqual([])
    await expect(openTo(file, (await listBackupKeys(keys)).keys, place('old.out'))).rejects.toThrow(NoKeyOpens)
    expect(existsSync(place('old.out'))).toBe(false)
  })

  test('the running server destroys keys whose time is over', async () => {
    const keys = place('served-keys')
    const old = await makeBackupKey(keys, new Date(Date.now() - lifetime))
    const young = await makeBackupKey(keys, new Date())
    const said: string[] = []
    const kept = keepBackupKeys(keys, line => said.push(line))
    await expect.poll(() => said).toEqual([`the key of a backup was destroyed: ${old.file}`])
    kept.stop()
    expect((await listBackupKeys(keys)).keys.map(({ recipient }) => recipient)).toEqual([young.recipient])
  })

  test('a file that was cut off or changed is not opened in part', async () => {
    const { key, file } = await sealed('changed.age')
    const bytes = readFileSync(file)
    const cut = bytes.subarray(0, 200_000)
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(300_000) ^ 1, 300_000)
    for (const wrong of [cut, changed]) {
      writeFileSync(place('wrong.age'), wrong)
      await expect(openTo(place('wrong.age'), [key], place('wrong.out'))).rejects.toThrow(NotWhole)
      expect(readdirSync(folder).filter(name => name.startsWith('wrong.out'))).toEqual([])
    }
  })

  test('nothing is sealed as nothing: the dump had failed', async () => {
    const key = await makeBackupKey(place('empty-keys'), madeAt)
    await expect(sealTo(Readable.from([]), place('empty.age'), key)).rejects.toThrow(NothingToSeal)
    expect(readdirSync(folder).filter(name => name.startsWith('empty.age'))).toEqual([])
  })

  test('a file among the keys that is none is named, and not taken for one', async () => {
    const keys = place('garbage-keys')
    const key = await makeBackupKey(keys, madeAt)
    writeFileSync(join(keys, 'garbage.key'), '\0 nothing')
    writeFileSync(join(keys, 'dayless.key'), `${key.identity}\n`)
    const kept = await listBackupKeys(keys)
    expect(kept.keys).toHaveLength(1)
    expect([...kept.unreadable].sort()).toEqual([join(keys, 'dayless.key'), join(keys, 'garbage.key')])
  })
})
