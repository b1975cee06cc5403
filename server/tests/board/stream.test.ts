import {
  acknowledgeDeparture,
  confirmDeparture,
  proposeDeparture,
  reportArrest,
  takeCharging,
  viewArrest,
  viewBoard,
} from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arrestWay } from '../testing/arrest-way.ts'
import { listEntries, listEntriesOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { numberOf } from '../testing/number-of.ts'
import { type OpenStream, openStream } from '../testing/open-stream.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const tokenOf = () => server.tokenOf('court-clerk')
const told = ({ events }: OpenStream) => events.filter(({ event }) => event.type === 'row' || event.type === 'gone')

/** An arrest that is reported, once it has its journal number. */
const reported = async (): Promise<{ arrestId: string; number: number }> => {
  const officer = await server.as('booking-officer')
  const { arrestId, receipt } = await officer.call(reportArrest, { body: madeUpReport() })
  return { arrestId, number: await numberOf(server, receipt.entryId) }
}
/** Ten arrests at once, each reported and taken. Answers when all are done; the last of their numbers may still be to come. */
const twentyActs = async (): Promise<{ arrestIds: string[]; last: () => Promise<number> }> => {
  const attorney = await server.as('charging-attorney')
  const acts = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const arrestId = await way.report()
      return attorney.call(takeCharging, { params: { arrestId } })
    }),
  )
  return {
    arrestIds: acts.map(({ arrestId }) => arrestId),
    last: async () => Math.max(...(await Promise.all(acts.map(act => numberOf(server, act.receipt.entryId))))),
  }
}

test('an act comes to every open stream, under its journal number', async () => {
  const streams = [await openStream(server.baseUrl, { token: await tokenOf() }), await openStream(server.baseUrl)]
  const arrestId = await way.report()
  for (const stream of streams) {
    const event = await stream.until(each => each.type === 'row' && each.row.arrestId === arrestId)
    expect(event).toMatchObject({ row: { name: 'Quill, Marisol', draft: false, number: event.number } })
    stream.close()
  }
})

test('somebody who leaves custody is gone from every stream', async () => {
  const stream = await openStream(server.baseUrl, { token: await tokenOf() })
  const { arrestId } = await way.toOrder()
  const desk = await server.as('release-desk')
  const { departureId } = await desk.call(proposeDeparture, {
    params: { arrestId },
    body: { basis: 'bail-without-money', destination: 'Home', holdsChecked: true, summons: null },
  })
  const params = { departureId }
  await (await server.as('release-desk-2')).call(confirmDeparture, { params, body: { holdsChecked: true } })
  const body = { acknowledgedByName: 'Officer Release', leftAt: new Date().toISOString() }
  await desk.call(acknowledgeDeparture, { params, body })
  await stream.until(each => each.type === 'gone' && each.arrestId === arrestId)
  stream.close()
})

test('opening a record tells the streams nothing', async () => {
  const { arrestId } = await reported()
  const stream = await openStream(server.baseUrl, { token: await tokenOf() })
  await stream.until(each => each.type === 'beat')
  const before = told(stream).length
  await (await server.as('court-clerk')).call(viewArrest, { params: { arrestId } })
  const next = await way.report()
  await stream.until(each => each.type === 'row' && each.row.arrestId === next)
  expect(
    told(stream)
      .slice(before)
      .map(({ event }) => event.type === 'row' && event.row.arrestId),
  ).not.toContain(arrestId)
  expect(await listEntries(server, arrestId, 'record.opened')).toHaveLength(1)
  stream.close()
})

describe('a stream that is cut off while twenty acts run', () => {
  test('goes on after the last number it saw: every change comes, in order, and none twice', async () => {
    const acts = twentyActs()
    const first = await openStream(server.baseUrl, { token: await tokenOf() })
    await first.until(each => each.type === 'row')
    first.close()
    await first.ended
    const lastEventId = first.events.at(-1)?.id ?? expect.unreachable()
    const { arrestIds, last } = await acts
    const second = await openStream(server.baseUrl, { token: await tokenOf(), lastEventId })
    const end = await last()
    await second.until(each => each.number >= end)
    second.close()
    const numbers = [...told(first), ...told(second)].map(({ id }) => id)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    const whole = await openStream(server.baseUrl, { token: await tokenOf(), after: 0 })
    await whole.until(each => each.number >= end)
    whole.close()
    // What the two told together is no less than what a stream from the beginning tells of the same people, in their last state.
    const finalOf = (events: readonly { event: OpenStream['events'][number]['event'] }[], arrestId: string) =>
      events.flatMap(({ event }) => (event.type === 'row' && event.row.arrestId === arrestId ? [event.row] : [])).at(-1)
    for (const arrestId of arrestIds) {
      const seen = finalOf([...told(first), ...told(second)], arrestId)
      expect(seen?.custody.stage).toBe('charging-taken')
      expect(finalOf(told(whole), arrestId)?.number).toBe(seen?.number)
    }
  })

  test('by the header rather than by the address, which says where it began', async () => {
    const seen = (await reported()).number
    const later = (await reported()).number
    const stream = await openStream(server.baseUrl, { token: await tokenOf(), after: 0, lastEventId: seen })
    await stream.until(each => each.number >= later)
    expect(Math.min(...told(stream).map(({ id }) => id))).toBe(later)
    stream.close()
  })
})

test('the board and the stream after its number fit together: nothing between them is lost', async () => {
  const clerk = await server.as('court-clerk')
  const acts = twentyActs()
  const board = await clerk.call(viewBoard)
  const stream = await openStream(server.baseUrl, { token: await tokenOf(), after: board.number })
  const { arrestIds, last } = await acts
  const end = await last()
  await stream.until(each => each.number >= end)
  stream.close()
  const seen = new Map(board.rows.map(row => [row.arrestId, row]))
  for (const { event } of told(stream)) if (event.type === 'row') seen.set(event.row.arrestId, event.row)
  for (const arrestId of arrestIds) expect(seen.get(arrestId)?.custody.stage).toBe('charging-taken')
})

test('whoever was on another board is told to load this one', async () => {
  const stream = await openStream(server.baseUrl, { token: await tokenOf(), after: 9_999_999 })
  const event = await stream.until(each => each.type === 'reload')
  const { number } = await (await server.as('court-clerk')).call(viewBoard)
  expect(event.number).toBeLessThanOrEqual(number)
  const arrestId = await way.report()
  await stream.until(each => each.type === 'row' && each.row.arrestId === arrestId)
  stream.close()
})

test('a stream is journaled as the board that it is', async () => {
  const stream = await openStream(server.baseUrl, { token: await server.tokenOf('court-manager') })
  stream.close()
  const entries = (await listEntriesOf(server, 'board.opened')).filter(
    ({ slots }) => slots.actor.role === 'court-manager',
  )
  expect(entries).toHaveLength(1)
})

test('the defense gets no stream, and the try is recorded', async () => {
  const refused = openStream(server.baseUrl, { token: await server.tokenOf('defender') })
  await expect(refused).rejects.toThrow(/403 .*"entryId":"ent_/)
})

test('a number that is none is refused before the stream begins', async () => {
  const answer = await fetch(`${server.baseUrl}/api/board/stream?after=-1`)
  expect(answer.status).toBe(400)
  const header = await fetch(`${server.baseUrl}/api/board/stream`, { headers: { 'last-event-id': 'abc' } })
  expect(header.status).toBe(400)
})
