import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { boardOpenings } from '../../src/board/board-openings.ts'
import { type LiveBoard, type LiveBoardOptions, startLiveBoard } from '../../src/board/live-board.ts'
import { listOpenSignIns } from '../../src/sign-in/find-actor.ts'
import { hashOfToken } from '../../src/sign-in/sign-in-token.ts'
import { endSignIn, findAccount, startSignIn } from '../../src/sign-in/start-sign-in.ts'
import { localIssuer } from '../../src/system/local-issuer.ts'
import { type ArrestWay, arrestWay } from '../testing/arrest-way.ts'
import { listEntriesOf } from '../testing/expect-refused.ts'
import { FakeOutlet } from '../testing/fake-outlet.ts'
import { openStream } from '../testing/open-stream.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

/** A board of its own on the server's database, whose beat is quick. */
const withBoard = async (
  run: (board: LiveBoard, lines: string[]) => Promise<void>,
  options: Partial<LiveBoardOptions> = {},
): Promise<void> => {
  const lines: string[] = []
  const board = await startLiveBoard(server.runtime, {
    openSignIns: hashes => listOpenSignIns(server.runtime, hashes),
    log: line => lines.push(line),
    beatMilliseconds: 50,
    ...options,
  })
  try {
    await run(board, lines)
  } finally {
    await board.stop()
  }
}
const signedIn = async (subject: string) => {
  const actor = (await findAccount(server.runtime, localIssuer, subject)) ?? expect.unreachable()
  const token = (await startSignIn(server.runtime, actor, 'bearer')) ?? expect.unreachable()
  return { token, of: { actor, signIn: hashOfToken(token) } }
}
const visitor = { actor: undefined, signIn: undefined }
const within = { timeout: 8_000, interval: 20 }

describe('a stream', () => {
  test('beats with the city’s time and the number that was told', async () => {
    await withBoard(async board => {
      const outlet = new FakeOutlet()
      await board.open(() => outlet, visitor, undefined)
      await vi.waitFor(
        () => expect(outlet.events.filter(({ type }) => type === 'beat').length).toBeGreaterThan(2),
        within,
      )
      const [first, second] = outlet.events
      expect(second?.number).toBeGreaterThanOrEqual(first?.number ?? expect.unreachable())
      expect(Date.parse(second?.now ?? '')).toBeGreaterThan(Date.parse(first?.now ?? ''))
    })
  })

  test('ends when its sign-in ends, and no other does', async () => {
    const [ending, staying] = [await signedIn('court-clerk'), await signedIn('court-clerk')]
    await withBoard(async board => {
      const [ended, open] = [new FakeOutlet(), new FakeOutlet()]
      await board.open(() => ended, ending.of, undefined)
      await board.open(() => open, staying.of, undefined)
      await endSignIn(server.runtime, ending.token)
      await vi.waitFor(() => expect(ended.isEnded).toBe(true), within)
      const beats = open.events.length
      await vi.waitFor(() => expect(open.events.length).toBeGreaterThan(beats + 2), within)
      expect(open.isEnded).toBe(false)
      expect(board.streams).toBe(1)
    })
  })

  test('ends when its account may not look any more', async () => {
    const { of } = await signedIn('detective')
    const roles = new Map([[of.signIn?.toString('hex') ?? '', 'defender' as const]])
    await withBoard(
      async board => {
        const outlet = new FakeOutlet()
        await board.open(() => outlet, of, undefined)
        await vi.waitFor(() => expect(outlet.isEnded).toBe(true), within)
      },
      { openSignIns: async () => roles },
    )
  })

  test('ends when nobody can say who is signed in; a visitor’s goes on', async () => {
    const { of } = await signedIn('detective')
    const openSignIns = () => Promise.reject(new Error('no connection'))
    await withBoard(
      async board => {
        const [known, unknown] = [new FakeOutlet(), new FakeOutlet()]
        await board.open(() => known, of, undefined)
        await board.open(() => unknown, visitor, undefined)
        await vi.waitFor(() => expect(known.isEnded).toBe(true), within)
        expect(unknown.isEnded).toBe(false)
      },
      { openSignIns },
    )
  })

  test('that does not take what it is told is dropped, named in the diagnostics, and the others go on', async () => {
    const { of } = await signedIn('court-clerk')
    await withBoard(
      async (board, lines) => {
        const [slow, quick] = [new FakeOutlet({ takes: false }), new FakeOutlet()]
        await board.open(() => slow, of, undefined)
        await board.open(() => quick, visitor, undefined)
        await vi.waitFor(() => expect(slow.destroyed).toBe(true), within)
        expect(lines).toContainEqual(
          expect.stringMatching(new RegExp(`board stream [0-9a-f-]{36} of ${of.actor.accountId} dropped`)),
        )
        expect(board.streams).toBe(1)
        expect(quick.destroyed).toBe(false)
      },
      { bufferLimit: 1_000 },
    )
  })

  test('ends when the server stops', async () => {
    const own = await startTestServer()
    const stream = await openStream(own.baseUrl)
    await stream.until(event => event.type === 'beat')
    await own.stop()
    await stream.ended
    expect(stream.events.length).toBeGreaterThan(0)
  })
})

test('the doorbell’s connection may be lost: the board listens again and tells what happened meanwhile', async () => {
  await withBoard(
    async (board, lines) => {
      const outlet = new FakeOutlet()
      await board.open(() => outlet, visitor, undefined)
      const client = new Client(server.database.admin)
      await client.connect()
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where query in ('listen journal', 'select 1') and usename = 'pars_board' and datname = $1`,
        [server.database.name],
      )
      await client.end()
      expect(rowCount).toBeGreaterThan(0)
      const arrestId = await way.report()
      const isTold = () => outlet.events.some(event => event.type === 'row' && event.row.arrestId === arrestId)
      await vi.waitFor(() => expect(isTold()).toBe(true), within)
      expect(lines).toContainEqual(expect.stringMatching(/lost its doorbell/))
    },
    // A beat looks by itself: here only the doorbell may.
    { beatMilliseconds: 60_000 },
  )
})

test('a board that starts again tells those who come back what they missed before', async () => {
  let seen = 0
  await withBoard(async board => {
    const outlet = new FakeOutlet()
    await board.open(() => outlet, visitor, undefined)
    seen = outlet.events.at(-1)?.number ?? expect.unreachable()
  })
  const arrestId = await way.report()
  await withBoard(async board => {
    const outlet = new FakeOutlet()
    await board.open(() => outlet, visitor, seen)
    const isTold = () => outlet.events.some(event => event.type === 'row' && event.row.arrestId === arrestId)
    await vi.waitFor(() => expect(isTold()).toBe(true), within)
    expect(outlet.events.map(({ type }) => type)).not.toContain('reload')
  })
})

describe('that somebody looks at the board', () => {
  test('is written once in each quarter of an hour of real time, however often he looks', async () => {
    const { of } = await signedIn('release-desk-2')
    const count = async () =>
      (await listEntriesOf(server, 'board.opened')).filter(({ slots }) => slots.actor.account === of.actor.accountId)
        .length
    let wall = Date.parse('2026-11-22T08:14:59Z')
    const openings = boardOpenings(server.runtime, () => wall)
    await Promise.all([openings.note(of.actor, 1), openings.note(of.actor, 1)])
    await openings.note(of.actor, 2)
    expect(await count()).toBe(1)
    wall += 1_000
    await openings.note(of.actor, 3)
    expect(await count()).toBe(2)
  })
})
