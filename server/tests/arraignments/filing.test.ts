import { complaintsToFile, fileComplaint, nextDocketNumber } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { selectToFile, selectToList } from '../../src/court/court-lists.sql.ts'
import { type ArrestWay, arrestWay } from '../testing/arrest-way.ts'
import { countTouched } from '../testing/count-touched.ts'
import { expectRefused, problemOf, readEntry } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const year = new Date().getFullYear()
const filing = (change: object = {}) => ({
  docketNumber: `MC-51-CR-0000007-${year}`,
  certified: true,
  counsel: 'defender' as const,
  ...change,
})
const file = async (subject: string, complaintId: string, change: object = {}) =>
  (await server.as(subject)).call(fileComplaint, { params: { complaintId }, body: filing(change) })

describe('filing a complaint', () => {
  test('is the court’s act under its own docket number, and its entry says all that the docket holds', async () => {
    const { complaintId } = await way.toComplaint()
    const filed = await file('magistrate', complaintId, { docketNumber: `MC-51-CR-0000001-${year}` })
    expect(await readEntry(server, filed.receipt.entryId)).toMatchObject({
      kind: 'complaint.filed',
      party: 'court',
      slots: {
        act: { docketId: filed.docketId, complaintId, docketNumber: `MC-51-CR-0000001-${year}`, counsel: 'defender' },
      },
    })
  })

  test.each(['charging-attorney', 'booking-officer', 'defender'])('is not the act of a %s', async subject => {
    const { complaintId } = await way.toComplaint()
    await expectRefused(server, file(subject, complaintId), { status: 403, reason: 'not-your-act' })
  })

  test('is not the act of a pretrial officer, who sits with the court', async () => {
    const { complaintId } = await way.toComplaint()
    await expectRefused(server, file('pretrial-officer', complaintId), { status: 403, reason: 'not-your-role' })
  })

  test('wants the certificate, and a number of the court’s shape and of a year that has begun (B18)', async () => {
    const { complaintId } = await way.toComplaint()
    const refusals = [
      [{ certified: false }, 'not-certified', '/certified'],
      [{ docketNumber: 'CP-51-CR-0000001-2026' }, 'docket-number-shape', '/docketNumber'],
      [{ docketNumber: 'MC-51-CR-000\x001-2026' }, 'docket-number-shape', '/docketNumber'],
      [{ docketNumber: `MC-51-CR-0000001-${year + 1}` }, 'docket-number-in-future', '/docketNumber'],
    ] as const
    for (const [change, reason, pointer] of refusals) {
      const problem = await expectRefused(server, file('court-clerk', complaintId, change), { status: 422, reason })
      expect(problem.errors?.[0]?.pointer).toBe(pointer)
    }
  })

  test('is done once, and no two cases have one number', async () => {
    const [one, other] = [await way.toComplaint(), await way.toComplaint()]
    const docketNumber = `MC-51-CR-0000042-${year}`
    await file('court-clerk', one.complaintId, { docketNumber })
    const again = { docketNumber: `MC-51-CR-0000043-${year}` }
    await expectRefused(server, file('court-clerk', one.complaintId, again), { status: 409, reason: 'already-filed' })
    await expectRefused(server, file('court-clerk', other.complaintId, { docketNumber }), {
      status: 422,
      reason: 'docket-number-used',
    })
  })

  test('of a complaint that is nowhere is refused', async () => {
    await expectRefused(server, file('court-clerk', `cmp_${'0'.repeat(32)}`), { status: 404, reason: 'not-found' })
  })

  test('a retry with the same key gives the first answer, another request under it is refused', async () => {
    const { complaintId } = await way.toComplaint()
    const clerk = await server.as('court-clerk')
    const send = (change: object) =>
      clerk.call(fileComplaint, {
        params: { complaintId },
        body: filing({ docketNumber: `MC-51-CR-0000077-${year}`, ...change }),
        idempotencyKey: 'filing-0001',
      })
    const first = await send({})
    expect(await send({})).toEqual(first)
    expect(await problemOf(send({ counsel: 'private' }))).toMatchObject({ status: 422, reason: 'key-reused' })
  })
})

const accusedOf = (description: string, grade: 'H1' | 'F1' = 'F1') => {
  const { incidents, charges } = madeUpReport()
  return { incidents, charges: charges.map(charge => ({ ...charge, description, grade })) }
}

describe('the clerk’s desk', () => {
  test('shows with each complaint its own lead charge, and no other complaint’s', async () => {
    const [theft, murder] = [
      await way.toComplaint(accusedOf('Theft')),
      await way.toComplaint(accusedOf('Murder', 'H1')),
    ]
    const robbed = await way.toDocket(accusedOf('Robbery'))
    const { toFile, toList } = await (await server.as('court-clerk')).call(complaintsToFile)
    const leadOf = (arrestId: string) =>
      [...toFile, ...toList].filter(row => row.arrestId === arrestId).map(row => row.leadCharge)
    expect(leadOf(theft.arrestId)).toEqual(['Theft'])
    expect(leadOf(murder.arrestId)).toEqual(['Murder'])
    expect(leadOf(robbed.arrestId)).toEqual(['Robbery'])
  })

  test.each([
    ['complaints to file', selectToFile('court')],
    ['dockets to list', selectToList('court')],
  ])('reads for its %s only the charges that it shows', async (_, statement) => {
    await Promise.all([way.toComplaint(), way.toComplaint(), way.toDocket(), way.toDocket()])
    const { rows } = await server.runtime.doors.court.query(statement.text)
    // Every complaint of these tests has one charge.
    expect(rows.length).toBeGreaterThan(1)
    expect(await countTouched(server.runtime.doors.court, statement, 'complaint_charge')).toBe(rows.length)
  })
})

describe('the docket numbers of the made-up court system', () => {
  test('are given to whoever may file, and differ for twenty callers at once', async () => {
    const clerk = await server.as('court-clerk')
    const numbers = await Promise.all(Array.from({ length: 20 }, () => clerk.call(nextDocketNumber)))
    const given = numbers.map(({ docketNumber }) => docketNumber)
    expect(new Set(given).size).toBe(20)
    for (const docketNumber of given) expect(docketNumber).toMatch(new RegExp(`^MC-51-CR-\\d{7}-${year}$`))
    const attorney = await server.as('charging-attorney')
    await expectRefused(server, attorney.call(nextDocketNumber), { status: 403, reason: 'not-your-act' })
    expect(await problemOf(server.visitor.call(nextDocketNumber))).toMatchObject({ status: 401 })
  })

  test('should two complaints be filed under one number at once, one of them is', async () => {
    const complaints = await Promise.all(Array.from({ length: 6 }, () => way.toComplaint()))
    const docketNumber = `MC-51-CR-0000099-${year}`
    const answers = await Promise.all(
      complaints.map(({ complaintId }) =>
        file('court-clerk', complaintId, { docketNumber }).then(
          () => 'filed',
          error => error.problem.reason,
        ),
      ),
    )
    expect(answers.sort()).toEqual([...Array(5).fill('docket-number-used'), 'filed'])
  })
})
