import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { append } from './append.sql.ts'
import {
  ageAppointments,
  insertCheckpoint,
  insertCosignature,
  insertCosigner,
  isUnconfirmed,
  lineAt,
  numbersOf,
  placeAppointments,
  readAppointedAhead,
  readConfirmed,
  readCosignedAt,
  readCountedHead,
  setAnswer,
  shrinkAnswer,
} from './cosigners.sql.ts'
import { attempt, commit } from './door-client.ts'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'

const seats = ['police', 'prosecutor', 'court'] as const
type Seat = (typeof seats)[number]
let walled: WalledDatabase
const makers = new Map<Seat, string>()
beforeAll(async () => {
  walled = await openWalledDatabase()
  for (const seat of seats)
    makers.set(seat, await walled.database.insertAccount({ party: seat, role: `${seat}-representative` }))
})
afterAll(() => walled.close())

const doorOf = (seat: Seat) => walled.clientOf(`pars_${seat}`)
/** Appoints a seat's cosigner through a door, in one transaction with its entry. */
const appoint = async (door: Seat, seat: Seat, name: string) => {
  const client = doorOf(door)
  const { entry_id } = await append(client, { kind: 'key.registered' })
  await insertCosigner(client, { name, seat, madeBy: makers.get(door) ?? '', entryId: entry_id })
}
const now = (): number => Math.floor(Date.now() / 1000)

describe('a cosigner', () => {
  test('is appointed by its own seat, with the entry of the appointment', async () => {
    await commit(doorOf('police'), () => appoint('police', 'police', 'log/police'))
    expect(await attempt(doorOf('police'), () => appoint('police', 'court', 'log/court'))).toBe('PA015')
    const without = {
      name: 'log/x',
      seat: 'police',
      madeBy: makers.get('police') ?? '',
      entryId: makers.get('police') ?? '',
    }
    expect(await attempt(doorOf('police'), () => insertCosigner(doorOf('police'), without))).toBe('PA010')
  })

  test('is appointed at the time of the wall, whatever the row says', async () => {
    expect(await readAppointedAhead(walled.admin)).toBe(false)
  })

  test('signs at the time that stands in its signature', async () => {
    const sequencer = walled.clientOf('pars_sequencer')
    await insertCheckpoint(sequencer, 1)
    await insertCosignature(sequencer, 1, 'log/police', lineAt('log/police', 1_535_774_400))
    expect(await readCosignedAt(sequencer, 'log/police')).toEqual(new Date(1_535_774_400_000))
    expect(await attempt(sequencer, () => insertCosignature(sequencer, 1, 'log/police', 'no signature'))).toBe('23514')
  })

  test('takes nothing back that it has confirmed', async () => {
    await setAnswer(walled.admin, 'log/police', { size: 1, line: lineAt('log/police', now()), minutesAgo: 0 })
    expect(await attempt(walled.admin, () => shrinkAnswer(walled.admin, 'log/police'))).toBe('PA022')
  })
})

describe('the log is unconfirmed', () => {
  test('not while a seat has appointed nobody: no seat stops an agreement by staying away', async () => {
    await commit(doorOf('court'), () => appoint('court', 'court', 'log/court'))
    await ageAppointments(walled.admin, 600)
    expect(await isUnconfirmed(walled.admin, 1)).toBe(false)
    expect(await readConfirmed(walled.clientOf('pars_portal'))).toMatchObject({ size: null, at: null, seats: 2 })
  })

  test('when all three have one, and two of them have said nothing for so long', async () => {
    await commit(doorOf('prosecutor'), () => appoint('prosecutor', 'prosecutor', 'log/prosecutor'))
    expect(await isUnconfirmed(walled.admin, 15)).toBe(false)
    await ageAppointments(walled.admin, 16)
    expect(await isUnconfirmed(walled.admin, 15)).toBe(true)
    await setAnswer(walled.admin, 'log/court', { size: 1, line: lineAt('log/court', now()), minutesAgo: 0 })
    expect(await isUnconfirmed(walled.admin, 15)).toBe(false)
    await setAnswer(walled.admin, 'log/court', { size: 1, line: lineAt('log/court', now()), minutesAgo: 15 })
    expect(await isUnconfirmed(walled.admin, 15)).toBe(true)
    expect(await isUnconfirmed(walled.admin, 16)).toBe(false)
  })

  test('by the earlier of the two times: a clock that is ahead confirms nothing longer', async () => {
    const ahead = lineAt('log/court', now() + 86_400)
    await setAnswer(walled.admin, 'log/court', { size: 1, line: ahead, minutesAgo: 20 })
    expect(await isUnconfirmed(walled.admin, 15)).toBe(true)
    const behind = lineAt('log/court', now() - 1200)
    await setAnswer(walled.admin, 'log/court', { size: 1, line: behind, minutesAgo: 0 })
    expect(await isUnconfirmed(walled.admin, 15)).toBe(true)
  })

  test('by the smaller of the two sizes: what one alone has seen does not count', async () => {
    await setAnswer(walled.admin, 'log/police', { size: 9, line: lineAt('log/police', now()), minutesAgo: 0 })
    expect(await readConfirmed(walled.clientOf('pars_portal'))).toMatchObject({ size: '1' })
  })

  test('not by the key that a seat had before', async () => {
    await commit(doorOf('court'), () => appoint('court', 'court', 'log/court-2'))
    expect(await readConfirmed(walled.clientOf('pars_portal'))).toMatchObject({ size: null })
  })
})

describe('a signed head counts', () => {
  test('with two seats that had appointed these cosigners by then: not with one seat’s old and new', async () => {
    await placeAppointments(walled.admin)
    const numbers = await numbersOf(walled.admin)
    expect([...numbers].sort((a, b) => a[1] - b[1]).map(([name]) => name)).toEqual([
      'log/police',
      'log/court',
      'log/prosecutor',
      'log/court-2',
    ])
    const sequencer = walled.clientOf('pars_sequencer')
    const sign = async (size: number, ...names: string[]) => {
      await insertCheckpoint(sequencer, size)
      for (const name of names) await insertCosignature(sequencer, size, name, lineAt(name, now()))
    }
    const portal = walled.clientOf('pars_portal')
    await sign(3, 'log/court', 'log/court-2')
    await sign(4, 'log/court', 'log/police')
    await sign(5, 'log/court', 'log/court-2')
    expect(await readCountedHead(portal, 2)).toBeUndefined()
    await sign(6, 'log/court', 'log/court-2', 'log/prosecutor')
    expect(await readCountedHead(portal, 2)).toEqual({ size: '6', keys: ['log/court-2', 'log/prosecutor'] })
    await sign(7, 'log/police', 'log/prosecutor')
    expect(await readCountedHead(portal, 7)).toEqual({ size: '7', keys: ['log/police', 'log/prosecutor'] })
  })
})
