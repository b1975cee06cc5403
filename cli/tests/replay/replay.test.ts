import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  decideCharges,
  fileComplaint,
  makeComplaint,
  openCourtSession,
  reportArrest,
  takeCharging,
} from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countEntries } from '../../../server/tests/testing/entries.sql.ts'
import { startTestServer, type TestServer } from '../../../server/tests/testing/start-test-server.ts'
import { createCaseKeys } from '../../src/replay/case-key.ts'
import { planCase } from '../../src/replay/plan-case.ts'
import { docketNumberOf, planComplaint, planSession } from '../../src/replay/plan-court.ts'
import { caseColumns } from '../../src/replay/read-case.ts'
import { listReplayed } from '../journal.sql.ts'
import { type Ended, optionsFor, runPars, startPars } from '../run-pars.ts'
import { aCase, aRow } from './rows.ts'

let server: TestServer
let options: string[]
const folder = mkdtempSync(join(tmpdir(), 'pars-replay-'))
const statutes = join(import.meta.dirname, 'statutes.csv')
const everyOddity = join(import.meta.dirname, 'every-oddity.csv')

const begin = async () => {
  server = await startTestServer()
  options = await optionsFor(server, folder)
}
const replay = (file: string): Promise<Ended> => runPars(['replay', file, '--json', ...options])
const importStatutes = (): Promise<Ended> => runPars(['import', 'statutes', statutes, '--json', ...options])
const lines = readFileSync(everyOddity, 'utf8').trim().split('\n')
const fileOf = (name: string, rows: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, [lines[0], ...rows].join('\n'))
  return path
}

const whole = {
  read: 26,
  loaded: 14,
  flagged: {
    'age-invalid': 1,
    'age-missing': 1,
    'under-18-notice-made-up': 1,
    'bail-amount-0': 2,
    'charge-not-in-table': 1,
    'charge-in-several-statutes': 1,
    'person-not-linked': 1,
    'counsel-unknown': 1,
    'reasons-not-in-file': 1,
    'amount-on-bail-without-money': 1,
    'conditions-not-in-file': 1,
  },
  refused: {
    'hour-impossible': 1,
    'amount-negative': 1,
    'bail-type-unknown': 1,
    'column-missing': 1,
    'amount-unreadable': 1,
    'amount-missing': 1,
    'age-unreadable': 1,
    'charge-missing': 1,
    'weekday-unknown': 1,
    'quote-broken': 1,
    'column-too-many': 1,
    'nominal-amount-too-high': 1,
  },
}

afterAll(() => rmSync(folder, { recursive: true }))

describe('a file with every oddity', () => {
  beforeAll(async () => {
    await begin()
    await importStatutes()
  })
  afterAll(() => server.stop())

  test('is loaded but for its impossible rows, which are named by line; the sums agree', async () => {
    const { code, out, err } = await replay(everyOddity)
    expect(JSON.parse(out)).toEqual(whole)
    expect(code).toBe(1)
    const sum = Object.values(whole.refused).reduce((all, rows) => all + rows, 0)
    expect(whole.loaded + sum).toBe(whole.read)
    for (const [line, reason] of [
      [15, 'hour-impossible'],
      [16, 'amount-negative'],
      [17, 'bail-type-unknown'],
      [18, 'column-missing'],
      [24, 'quote-broken'],
      [26, 'nominal-amount-too-high'],
    ])
      expect(err).toMatch(new RegExp(`^line ${line}: .+ \\(${reason}\\)$`, 'm'))
  })

  test('stands in the record as the file says it', async () => {
    const cases = await listReplayed(server)
    expect(cases.filter(({ kind }) => kind !== null)).toHaveLength(whole.loaded)
    expect(cases).toHaveLength(whole.loaded)
    const of = (held: string) => cases.filter(each => each.held === held)
    expect(of('Wed 04')).toMatchObject([
      { statute: '18 § 2701 §§ A', counsel: 'defender', kind: 'set', types: ['monetary'], amount_cents: '500000' },
      { statute: '18 § 2701 §§ A', counsel: 'defender', kind: 'set', types: ['monetary'], amount_cents: '500000' },
    ])
    expect(of('Sun 17')).toMatchObject([{ counsel: null, types: ['unsecured'], amount_cents: '250000' }])
    expect(of('Fri 13')).toMatchObject([{ parents_notified_by: 'Youth aid officer', amount_cents: '100000000' }])
    expect(of('Mon 00')).toMatchObject([{ born_on: null }])
    expect(of('Mon 01')).toMatchObject([{ types: ['ror'], amount_cents: null }])
    expect(of('Sat 09').filter(({ amount_cents }) => amount_cents === '0')).toHaveLength(2)
    expect(cases.find(({ kind }) => kind === 'refused')).toMatchObject({ held: 'Thu 20', amount_cents: null })
    expect(cases.find(({ statute }) => statute === '0 § 0 §§ 0')).toMatchObject({
      description: 'a charge that no table holds',
    })
  })

  test('one person has one record in all cases, and every case a docket of its own', async () => {
    const cases = await listReplayed(server)
    const own = cases.filter(({ held }) => held === 'Wed 04' || held === 'Sun 17')
    expect(new Set(own.map(({ person }) => person)).size).toBe(1)
    expect(new Set(cases.map(({ docket_number }) => docket_number)).size).toBe(cases.length)
  })

  test('a second run counts the same and changes nothing', async () => {
    const before = await countEntries(server)
    expect(JSON.parse((await replay(everyOddity)).out)).toEqual(whole)
    expect(await countEntries(server)).toBe(before)
  })

  test('lets each person leave custody where that is asked for, and once', async () => {
    const departed = async () =>
      JSON.parse((await runPars(['replay', everyOddity, '--depart', '--json', ...options])).out)
    expect(await departed()).toEqual(whole)
    const before = await countEntries(server)
    expect(await departed()).toEqual(whole)
    expect(await countEntries(server)).toBe(before)
    const left = (await listReplayed(server)).map(({ types, departed }) => `${types?.join()} ${departed}`)
    expect(new Set(left)).toEqual(
      new Set([
        'monetary commitment-for-bail',
        'unsecured bail-without-money',
        'ror bail-without-money',
        'nonmonetary bail-without-money',
        'nominal bail-without-money',
        ' commitment-bail-refused',
      ]),
    )
  })

  test('sorted anew, saved by another program and extended, it finds its cases and adds the new one', async () => {
    const rows = lines.slice(1, 14)
    const moved = rows.toReversed().map(row => row.replace(',5000,4,', ',5000.00,04,'))
    const before = await listReplayed(server)
    const extended = fileOf('extended.csv', [...moved, 'P9099,21-25,murder,none recorded,Monetary,1,1,Mon'])
    expect(JSON.parse((await replay(extended)).out)).toMatchObject({ read: 14, loaded: 14, refused: {} })
    const after = await listReplayed(server)
    expect(after).toHaveLength(before.length + 1)
    expect(after).toEqual(expect.arrayContaining(before))
  })
})

describe('a replay', () => {
  beforeAll(begin)
  afterAll(() => server.stop())

  const rows = Array.from(
    { length: 60 },
    (_, index) => `P${index + 1},26-30,simple assault,none recorded,Monetary,${1000 + index},${index % 24},Tue`,
  )

  /** Somebody else's complaint, made by hand. */
  const makeOtherComplaint = async (): Promise<string> => {
    const plan = planCase(aCase({ person: 'P801' }), 'other-1')
    const police = await server.as('intake-system')
    const attorney = await server.as('charging-attorney')
    const charge = { statute: '0 § 0 §§ 0', description: 'simple assault' }
    const reported = await police.call(reportArrest, { body: plan.report(charge) })
    const params = { arrestId: reported.arrestId }
    await attorney.call(takeCharging, { params })
    const decisions = reported.policeChargeIds.map(policeChargeId => ({ kind: 'approved' as const, policeChargeId }))
    const { chargeIds } = await attorney.call(decideCharges, { params, body: { arrestVersion: 1, decisions } })
    return (await attorney.call(makeComplaint, { params, body: planComplaint(plan, chargeIds) })).complaintId
  }

  test('that is killed and run again brings each case once', async () => {
    const file = fileOf('killed.csv', rows)
    const killed = startPars(['replay', file, '--json', ...options])
    while ((await listReplayed(server)).length < 5) await sleep(20)
    killed.kill('SIGKILL')
    await once(killed, 'close')
    const done = (await listReplayed(server)).filter(({ kind }) => kind !== null).length
    expect(done).toBeLessThan(60)
    const { out, code } = await replay(file)
    expect(JSON.parse(out)).toMatchObject({ read: 60, loaded: 60, refused: {} })
    expect(code).toBe(0)
    const cases = await listReplayed(server)
    expect(cases.map(({ amount_cents }) => Number(amount_cents) / 100).toSorted((a, b) => a - b)).toEqual(
      rows.map((_, index) => 1000 + index),
    )
  })

  test('whose statutes were imported only afterward finds its cases under the citation of before', async () => {
    await importStatutes()
    const before = await countEntries(server)
    const { out } = await replay(fileOf('killed.csv', rows))
    expect(JSON.parse(out)).toEqual({ read: 60, loaded: 60, flagged: { 'charge-not-in-table': 60 }, refused: {} })
    expect(await countEntries(server)).toBe(before)
  })

  test('finds another docket number, and another minute for its session, where others have taken its own; once', async () => {
    const row = 'P800,26-30,simple assault,none recorded,Monetary,77,11,Fri'
    const values = Object.fromEntries(caseColumns.wanted.map((column, index) => [column, row.split(',')[index] ?? '']))
    const read = aCase(values)
    const plan = planCase(read, createCaseKeys()(aRow(values), read))
    const court = await server.as('court-system')
    await court.call(openCourtSession, { body: planSession(plan) })
    const body = { docketNumber: docketNumberOf(plan.key, 1), certified: true, counsel: null }
    await court.call(fileComplaint, { params: { complaintId: await makeOtherComplaint() }, body })
    const file = fileOf('taken.csv', [row])
    expect(JSON.parse((await replay(file)).out)).toMatchObject({ loaded: 1, refused: {} })
    const own = (await listReplayed(server)).find(({ amount_cents }) => amount_cents === '7700')
    expect(own?.docket_number).toBe(docketNumberOf(plan.key, 2))
    const before = await countEntries(server)
    expect(JSON.parse((await replay(file)).out)).toMatchObject({ loaded: 1, refused: {} })
    expect(await countEntries(server)).toBe(before)
  })

  test('of a file that lacks a column is refused with one sentence', async () => {
    const path = join(folder, 'lacking.csv')
    writeFileSync(path, lines.map(line => line.split(',').slice(0, 7).join(',')).join('\n'))
    const { code, out, err } = await replay(path)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^lacking\.csv lacks the column filed_weekday: its first line must name [^\n]+\n$/)
  })

  test('with an account that may not do its act stops with one sentence', async () => {
    const tokens = join(folder, 'wrong.json')
    writeFileSync(tokens, JSON.stringify({ 'intake-system': await server.tokenOf('magistrate') }))
    const file = fileOf('one.csv', ['P777,26-30,simple assault,none recorded,ROR,,1,Tue'])
    const { code, err } = await runPars(['replay', file, '--server', server.baseUrl, '--token-file', tokens])
    expect(code).toBe(2)
    expect(err).toMatch(/^The account "intake-system" may not do this \(.+\)\n$/)
  })
})
