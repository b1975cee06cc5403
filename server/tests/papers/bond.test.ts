import { refuseBail, viewHearing } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arrestWay, inDays, moneyOrder, type Order, orderOf } from '../testing/arrest-way.ts'
import { expectRefused, problemOf, readEntry } from '../testing/expect-refused.ts'
import { printer } from '../testing/print.ts'
import { flat } from '../testing/read-pdf.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
let print: ReturnType<typeof printer>
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
  print = printer(server)
})
afterAll(() => server.stop())

const stayAway = { kind: 'stay-away' as const, text: 'Stay away from the complainant’s home at 12 Example Row.' }
const textOf = async (docketId: string, subject = 'court-clerk') =>
  flat((await print.bond(subject, docketId)).pdf.pages.join(' '))
const hearingOf = async (docketId: string) =>
  (await server.as('magistrate')).call(viewHearing, { params: { docketId } })

describe('the bail bond', () => {
  test('holds order, amount, what is to be posted, conditions, duties, next date and who signs', async () => {
    const order = moneyOrder({ types: ['monetary', 'nonmonetary'], conditions: [stayAway], reasons: ['flight-record'] })
    const { docketId } = await way.toOrder(order)
    const text = await textOf(docketId)
    for (const words of [
      'HELD - $25,000, 10% TO POST ($2,500), CONDITIONS',
      'Ordered by Magistrate Bench on',
      'Quill, Marisol',
      'Amount of bail $25,000',
      'Part to be posted 10%',
      'To be posted for release $2,500',
      '1. Stay away: Stay away from the complainant’s home at 12 Example Row.',
      'Come to court on every date',
      'within 48 hours',
      'Preliminary hearing',
      'Room 803',
      'Record of flight. What the defendant is able to pay was considered (Rule 528).',
      'I owe the Commonwealth of Pennsylvania $25,000.',
      'Signature of the defendant, date',
      'Signature of the surety, name and address, date',
    ])
      expect(text).toContain(words)
  })

  test('of own recognizance asks for no money, no surety and no other condition', async () => {
    const { docketId } = await way.toOrder(orderOf())
    const text = await textOf(docketId)
    expect(text).toContain('RELEASE - ROR')
    expect(text).toContain('X Release on own recognizance (ROR)')
    expect(text).toContain('No conditions beyond those that bind everybody on bail.')
    expect(text).not.toMatch(/surety, name|Amount of bail|I owe/)
  })

  test.each<[string, Order, string]>([
    ['unsecured bail', orderOf({ types: ['unsecured'], amountCents: 500_000 }), 'RELEASE - UNSECURED $5,000'],
    ['nominal bail', orderOf({ types: ['nominal'], amountCents: 100 }), 'RELEASE - NOMINAL $1'],
    [
      'conditions alone',
      orderOf({ types: ['nonmonetary'], conditions: [stayAway] }),
      'RELEASE - NONMONETARY CONDITIONS',
    ],
    ['full money bail', moneyOrder({ depositPercent: 100 }), 'HELD - $25,000, FULL AMOUNT TO POST'],
  ])('of %s uses the words of the order, and never says that there is no bail', async (_, order, words) => {
    const { docketId } = await way.toOrder(order)
    const text = await textOf(docketId)
    expect(text).toContain(words)
    expect(text).not.toMatch(/no bail/i)
  })

  test('where bail was refused is the order that refuses it, with its reasons, and nobody has to sign a bond', async () => {
    const { docketId } = await way.toArraignment()
    const body = { reasons: ['danger-to-others' as const], reasonNote: 'A weapon was used; the threat was repeated.' }
    await (await server.as('magistrate')).call(refuseBail, { params: { docketId }, body })
    const { pdf } = await print.bond('magistrate', docketId)
    const text = flat(pdf.pages.join(' '))
    expect(pdf.title).toMatch(/^Order Refusing Bail MC-51-CR-\d{7}-\d{4}$/)
    expect(text).toContain('HELD - BAIL REFUSED')
    expect(text).toContain('Danger to others. A weapon was used; the threat was repeated.')
    expect(text).not.toMatch(/no bail|Bail Bond|Signature of the defendant/i)
  })

  test('has a line for the interpreter where one was needed', async () => {
    const listed = await way.toListing()
    await way.arraign(listed.docketId, { interpreter: { language: 'Khmer', present: true } })
    await way.order(listed.docketId)
    expect(await textOf(listed.docketId)).toContain('Signature of the Khmer interpreter, date')
  })

  test('names the next hearing by the clock of the city', async () => {
    const at = `${inDays(20).slice(0, 10)}T14:30:00-05:00`
    const listed = await way.toListing()
    await way.arraign(listed.docketId, {
      nextListing: { hearing: 'municipal-court-trial', at: at as ReturnType<typeof inDays>, room: '404' },
    })
    await way.order(listed.docketId)
    expect(await textOf(listed.docketId)).toMatch(
      /Municipal Court trial When \w+day, \w+ \d+, \d{4} at [23]:30 PM Where Room 404/,
    )
  })

  test('is tagged, in reading order, and each choice is told in words', async () => {
    const { docketId } = await way.toOrder(orderOf())
    const { pdf } = await print.bond('court-clerk', docketId)
    expect(pdf).toMatchObject({ isTagged: true, showsTitle: true, language: 'en-US' })
    expect(pdf.tags.indexOf('Document/H1')).toBeLessThan(pdf.tags.indexOf('Document/H2'))
    expect(pdf.tags).toContain('Document/Table/TR/TD')
    expect(pdf.tags.filter(tag => tag === 'Document/H1')).toHaveLength(1)
  })

  test('says on every page of a rehearsal that nobody here is real', async () => {
    const { docketId } = await way.toOrder(moneyOrder({ types: ['monetary', 'nonmonetary'], conditions: [stayAway] }))
    const { pdf } = await print.bond('court-clerk', docketId)
    for (const page of pdf.pages) expect(page).toContain('MADE-UP CITY. NOBODY HERE IS REAL.')
  })
})

describe('who may print a bond', () => {
  test('the entry says who printed which, and its number stands at the foot', async () => {
    const { docketId, arrestId } = await way.toOrder(orderOf())
    const { pdf } = await print.bond('magistrate', docketId)
    const { record } = await hearingOf(docketId)
    const printed = record.history.find(({ kind }) => kind === 'paper.printed')
    const made = record.history.find(({ kind }) => kind === 'bail.set')
    expect(await readEntry(server, printed?.entryId ?? '')).toMatchObject({
      kind: 'paper.printed',
      party: 'court',
      slots: { act: { paper: 'bail-bond', docketId }, subject: arrestId },
    })
    const foot = flat(pdf.pages.at(-1) ?? '')
    expect(foot).toContain(`entry ${made?.entryId}, journal number ${made?.number}.`)
    expect(foot).toContain(`Printed by Magistrate Bench on`)
    expect(foot).toContain(`as entry ${printed?.entryId}, journal number ${printed?.number}.`)
  })

  test('the defense prints its own client’s, with the conditions, and nobody else’s', async () => {
    const { docketId } = await way.toOrder(orderOf({ types: ['nonmonetary'], conditions: [stayAway] }))
    expect(await textOf(docketId, 'defender')).toContain('12 Example Row')
    const other = await way.toDocket({}, 'private')
    await way.list(other.docketId)
    await way.arraign(other.docketId)
    await way.order(other.docketId)
    await expectRefused(server, print.bond('defender', other.docketId), { status: 404, reason: 'not-found' })
  })

  test('a system may not, nor a visitor; before the order there is nothing to print', async () => {
    const { docketId } = await way.toArraignment()
    await expectRefused(server, print.bond('court-clerk', docketId), { status: 409, reason: 'no-bail-order' })
    await expectRefused(server, print.bond('court-system', docketId), { status: 403, reason: 'not-your-role' })
    expect(await problemOf(print.bond(null, docketId))).toMatchObject({ status: 401 })
    const none = `dkt_${'0'.repeat(32)}`
    await expectRefused(server, print.bond('magistrate', none), { status: 404, reason: 'not-found' })
  })
})
