import {
  type AnswerOf,
  askByIdentifier,
  askByIncident,
  exportAnswer,
  exportHistory,
  type HistoryLine,
  listHistory,
  signCall,
} from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAsked } from '../testing/partner/insert-partner.sql.ts'
import type { MadeUpPartner, MadeUpUnit } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { refusalOf } from '../testing/partner/refusal-of.ts'
import { signInOfficer } from '../testing/partner/sign-in-officer.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'

let city: PartnerCity
let partner: MadeUpPartner
let second: MadeUpUnit

const twoUnits = (code: string) =>
  wideTerms({ units: [code, `${code}-2`].map(each => ({ code: each, name: 'Unit', function: 'Tests' })) })

beforeAll(async () => {
  city = await startPartnerCity()
  partner = await city.partner(blanks => twoUnits(blanks.units[0]?.code ?? '')(blanks))
  second = await partner.addUnit(`${partner.code}-2`, false)
  await addRecords(city.admin, [
    { otn: 'N9999991', incident: 'INC-1' },
    { otn: 'N9999992', incident: 'INC-2', last: '=HYPERLINK("http://evil.example")', first: '+1+1' },
    { otn: 'N9999993', incident: 'INC-2', last: '@SUM(1+1)', first: '\t=1' },
  ])
})
afterAll(() => city.stop())

const saidBy = (unit: MadeUpUnit) => ({
  agreement: partner.agreement,
  purpose: 'criminal-investigation',
  cites: null,
  behalf: 'own unit',
  officer: unit.officer,
})
const incident = (value: string): Promise<AnswerOf<typeof askByIncident>> =>
  partner.client.call(askByIncident, { body: { ...saidBy(partner), incident: value } })
const fileOf = async (unit: MadeUpUnit, token: string | null, format: 'csv' | 'json'): Promise<Response> => {
  const query = { agreement: partner.agreement, officer: unit.officer, format }
  const { url, init } = await signCall(unit.signing, exportAnswer, { params: { token: token ?? '' }, query })
  return fetch(url, init)
}

/** Reads CSV as RFC 4180 says, by a reader that has nothing in common with the writer. */
const readCsv = (text: string): string[][] =>
  text
    .split('\r\n')
    .slice(0, -1)
    .map(line => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')))

describe('an answer as a file', () => {
  test('holds the classes that may leave as one, and the notice on every line', async () => {
    const answer = await incident('INC-1')
    const response = await fileOf(partner, answer.token, 'csv')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const [titles = [], ...rows] = readCsv(await response.text())
    expect(titles).toContain('identity.last')
    expect(titles).toContain('charges')
    // The terms show custody and let nobody take it away.
    expect(answer.rows[0]).toHaveProperty('custody')
    expect(titles.filter(title => title.startsWith('custody'))).toEqual([])
    expect(rows).toHaveLength(1)
    expect(rows[0]?.[titles.indexOf('identity.last')]).toBe('Larch')
    expect(rows[0]?.[titles.indexOf('passing on')]).toBe('Not to be passed on to anybody.')
    const json = exportAnswer.answer.parse(await (await fileOf(partner, answer.token, 'json')).json())
    expect(json).toMatchObject({ of: 1, from: 0, next: null, inquiryId: answer.inquiryId })
    expect(Object.keys((json as { rows: object[] }).rows[0] ?? {})).not.toContain('custody')
  })

  test('begins no formula, whatever somebody called himself', async () => {
    const answer = await incident('INC-2')
    expect(answer.rows.map(row => row.identity?.last).sort()).toEqual([
      '=HYPERLINK("http://evil.example")',
      '@SUM(1+1)',
    ])
    const [titles = [], ...rows] = readCsv(await (await fileOf(partner, answer.token, 'csv')).text())
    for (const row of rows) {
      expect(row).toHaveLength(titles.length)
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      expect(row[titles.indexOf('identity.last')]).toMatch(/^'/)
    }
  })

  test('says that there is no record where there was none', async () => {
    const answer = await incident('INC-9')
    const rows = readCsv(await (await fileOf(partner, answer.token, 'csv')).text())
    expect(rows[1]?.[0]).toBe('No record available to you.')
  })

  test('is had by the unit that asked, and not by another of the same partner', async () => {
    const answer = await incident('INC-1')
    expect((await fileOf(second, answer.token, 'json')).status).toBe(404)
    expect((await fileOf(partner, answer.token, 'json')).status).toBe(200)
  })

  test('is no one’s under a token that nobody was given', async () => {
    expect((await fileOf(partner, 'ab'.repeat(32), 'csv')).status).toBe(404)
  })

  test('is none where the terms let no class leave as one', async () => {
    const kept = wideTerms()
    const closed = await city.partner(blanks => {
      const terms = kept(blanks)
      return { ...terms, classes: terms.classes.map(each => ({ ...each, exportable: false })) }
    })
    const body = { ...saidBy(partner), agreement: closed.agreement, officer: closed.officer, incident: 'INC-1' }
    const answer = await closed.client.call(askByIncident, { body })
    expect(answer.rows).toHaveLength(1)
    expect(answer.token).toBeNull()
  })
})

describe('the own history', () => {
  const askMany = async (unit: MadeUpUnit, count: number): Promise<void> => {
    const body = { ...saidBy(unit), identifier: 'otn', value: 'N0000000' }
    await Promise.all(Array.from({ length: count }, () => unit.client.call(askByIdentifier, { body })))
  }

  test('is complete by pages of any size, also where many have one instant', async () => {
    await askMany(partner, 40)
    const read = async (limit: number): Promise<HistoryLine[]> => {
      const lines: HistoryLine[] = []
      let cursor: string | undefined
      do {
        const page = await partner.client.call(listHistory, { query: { limit, ...(cursor ? { cursor } : {}) } })
        lines.push(...page.lines)
        cursor = page.next ?? undefined
      } while (cursor)
      return lines
    }
    const all = await read(1000)
    const own = (await listAsked(city.admin, partner.agreement)).filter(
      ({ request }) => request['unit'] === partner.code,
    )
    expect(all).toHaveLength(own.length)
    for (const limit of [1, 7])
      expect((await read(limit)).map(line => line.inquiryId)).toEqual(all.map(line => line.inquiryId))
    expect(new Set(all.map(line => line.inquiryId)).size).toBe(all.length)
  })

  test('says what was asked and what came of it, the same for nobody and for somebody out of reach', async () => {
    await addRecords(city.admin, [{ otn: 'N9999994', adult: false }])
    const body = { ...saidBy(partner), identifier: 'otn' }
    await partner.client.call(askByIdentifier, { body: { ...body, value: 'N9999994' } })
    await partner.client.call(askByIdentifier, { body: { ...body, value: 'N0000001' } })
    const { lines } = await partner.client.call(listHistory, { query: { limit: 2 } })
    const [absent, hidden] = lines
    const plain = (line: HistoryLine | undefined) => ({ ...line, inquiryId: '', entryId: '', number: 0, askedAt: '' })
    expect({ ...plain(hidden), predicate: {} }).toEqual({ ...plain(absent), predicate: {} })
    expect(hidden).toMatchObject({
      outcome: 'answered',
      rows: 0,
      term: null,
      classes: [],
      officer: partner.officer,
      predicate: { identifier: 'otn', value: 'N9999994' },
    })
    expect(hidden).not.toHaveProperty('ground')
  })

  test('is of the own unit, and for a coordinator of all units', async () => {
    await askMany(second, 3)
    const { lines } = await second.client.call(listHistory)
    expect(new Set(lines.map(line => line.unit))).toEqual(new Set([second.code]))
    const coordinator = await signInOfficer(city.server.baseUrl, partner.subject)
    const { lines: both } = (await coordinator.call(listHistory)) as AnswerOf<typeof listHistory>
    expect(new Set(both.map(line => line.unit))).toEqual(new Set([partner.code, second.code]))
    const officer = await signInOfficer(city.server.baseUrl, second.subject)
    const { lines: own } = (await officer.call(listHistory)) as AnswerOf<typeof listHistory>
    expect(new Set(own.map(line => line.unit))).toEqual(new Set([second.code]))
  })

  test.each(['csv', 'json'] as const)('is a file as %s, with every line', async format => {
    const { url, init } = await signCall(partner.signing, exportHistory, { query: { format } })
    const text = await (await fetch(url, init)).text()
    const own = (await listAsked(city.admin, partner.agreement)).filter(
      ({ request }) => request['unit'] === partner.code,
    )
    const lines =
      format === 'csv'
        ? readCsv(text).slice(1)
        : text
            .trim()
            .split('\n')
            .map(line => JSON.parse(line))
    expect(lines).toHaveLength(own.length)
  })

  test('takes no cursor that it did not give', async () => {
    const cursor = Buffer.from("2026-01-01'; select").toString('base64url')
    expect(await refusalOf(partner.client.call(listHistory, { query: { cursor } }))).toMatchObject({ status: 400 })
  })
})
