import { existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { askByIdentifier } from '@pars/contract'
import { doorPassword, doors } from '@pars/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MadeUpPartner } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { signInOfficer } from '../testing/partner/sign-in-officer.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'

let city: PartnerCity
let partner: MadeUpPartner
beforeAll(async () => {
  city = await startPartnerCity()
  partner = await city.partner(wideTerms())
  await addRecords(city.admin, [{ otn: 'N9999991' }])
  const body = {
    agreement: partner.agreement,
    purpose: 'criminal-investigation',
    cites: null,
    behalf: 'own unit',
    officer: partner.officer,
    identifier: 'otn',
    value: 'N9999991',
  }
  await partner.client.call(askByIdentifier, { body })
  await signInOfficer(city.server.baseUrl, partner.subject)
})
afterAll(() => city.stop())

test('the process has opened doors of partners and agreements only, and names one key', async () => {
  const holds = await city.process.list()
  expect(holds.pools.sort()).toEqual([partner.door, partner.role].sort())
  expect(holds.keys).toEqual(['partner-door.key'])
  expect(holds.environment).toEqual(['PATH'])
})

/** Everything that could open another door, as text and as bytes. The tests' own door key is 32 equal bytes: its passwords stand for it. */
const secrets = (): [name: string, bytes: Buffer][] => {
  const { keys } = city.server.runtime
  const passwords = doors.map((door): [string, Buffer] => [door, Buffer.from(doorPassword(keys.door, door))])
  const named: [string, Buffer][] = [
    ['ssn.key', keys.ssn],
    ['ssn-hash.key', keys.ssnHash],
    ['provider.key', keys.provider],
  ]
  const asText = named.map(([name, bytes]): [string, Buffer] => [
    `${name} in base64`,
    Buffer.from(bytes.toString('base64')),
  ])
  const superuser: [string, Buffer] = ['superuser', Buffer.from(String(city.server.database.admin.password))]
  return [...passwords, ...named, ...asText, superuser]
}

const regionsOf = (pid: number): [from: number, to: number][] =>
  readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .map(line => /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line))
    .filter(match => match !== null)
    .map(([, from = '', to = '']) => [Number.parseInt(from, 16), Number.parseInt(to, 16)])

/** Which of some byte strings lie anywhere in the writable memory of a process. */
const findInMemory = (pid: number, wanted: readonly [string, Buffer][]): string[] => {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const found = new Set<string>()
  for (const [from, to] of regionsOf(pid)) {
    const bytes = Buffer.alloc(Math.min(to - from, 512 * 1024 * 1024))
    try {
      readSync(memory, bytes, 0, bytes.length, from)
    } catch {
      continue
    }
    for (const [name, each] of wanted) if (bytes.includes(each)) found.add(name)
  }
  return [...found]
}

const canLook = existsSync('/proc/self/mem') && process.getuid?.() === 0

test.runIf(canLook)('its memory holds no other door’s password, no other key, and no superuser’s', () => {
  const own = doorPassword(city.server.runtime.keys.partnerDoor, partner.role)
  const known: [string, Buffer] = ['its own password', Buffer.from(own)]
  // That it finds its own shows that it looks where passwords lie.
  expect(findInMemory(city.process.pid, [known])).toEqual(['its own password'])
  expect(findInMemory(city.process.pid, secrets())).toEqual([])
})

test.runIf(existsSync('/proc/self/environ'))('its environment and arguments hold nothing that opens a door', () => {
  const environment = readFileSync(`/proc/${city.process.pid}/environ`, 'latin1')
  const given = readFileSync(`/proc/${city.process.pid}/cmdline`, 'latin1')
  for (const [, bytes] of secrets()) expect(environment + given).not.toContain(bytes.toString('latin1'))
})

test('what it imports reaches neither the doors of the staff nor the keys that open them', () => {
  const source = new URL('../../src/', import.meta.url)
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(new URL(file, source), 'utf8')
    for (const [, names = '', path = ''] of text.matchAll(/^(?:import|export)\s([^;'"]*?)from\s+'(\.[^']+)'/gm)) {
      if (/^type\s/.test(names.trim())) continue
      const target = new URL(path, new URL(file, source)).href.slice(source.href.length)
      visit(target)
    }
  }
  visit('partner-door/start-partner-door.ts')
  expect(seen.size).toBeGreaterThan(20)
  expect([...seen].filter(file => ['db/doors.ts', 'keys.ts', 'verb.ts'].includes(file))).toEqual([])
})

// Last: there is no partner door after it. A server that is killed gives no last word to what it started.
test('the process is gone soon after whoever gave it its lines', async () => {
  const isThere = () => existsSync(`/proc/${city.process.pid}/cmdline`)
  expect(isThere()).toBe(true)
  process.kill(city.process.pid, 'SIGTERM')
  for (let tries = 0; tries < 40 && isThere(); tries++) await wait(50)
  expect(isThere()).toBe(false)
})
