import { randomUUID } from 'node:crypto'
import type { ClassTerm, FieldClass, Population, PurposeTerm, Terms } from '@pars/terms'
import { termsOf2017 } from '@pars/terms/stories'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { actOfFiling, actsAfterFiling } from '../court-path.ts'
import { type Act, actsBeforeFiling, insertMakers, type Makers, newPath, type PathIds } from '../custody-path.ts'
import { openWalledDatabase, type WalledDatabase } from '../door-clients.ts'
import { type Ask, ask, collect, findLastAsked } from './ask.sql.ts'
import {
  ageInquiries,
  correctDistrict,
  findOtn,
  giveToAnother,
  listChanges,
  performAtOnce,
  placeAll,
  sendReport,
} from './feed.sql.ts'
import { type Answer, inForce, type OpenedAgreement, openAgreement, type Request } from './opened-agreement.ts'

let walled: WalledDatabase
let makers: Makers
const opened: OpenedAgreement[] = []

beforeAll(async () => {
  walled = await openWalledDatabase()
  makers = await insertMakers(walled.database)
})
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})
afterAll(() => walled.close())

const seen = (name: FieldClass): ClassTerm => ({ class: name, visible: true, filterable: true, exportable: false })

interface Wanted {
  classes?: FieldClass[]
  population?: Population
  purposes?: PurposeTerm[]
  rows?: number
  days?: number
}

const openFeed = async (wanted: Wanted = {}): Promise<OpenedAgreement> => {
  const { classes = ['identity', 'arrest', 'charges'], population = { kind: 'everyone' }, rows = 10, days = 7 } = wanted
  const terms: Terms = {
    ...termsOf2017({
      version: 1,
      partner: 'Test Agency',
      units: [{ code: `u-${randomUUID().slice(0, 8)}`, name: 'Test Unit', function: 'Tests' }],
      ...inForce(),
    }),
    purposes: wanted.purposes ?? [{ code: 'criminal-investigation', cites: 'incident', suffices: 'unverified' }],
    questions: [
      { kind: 'by-identifier', identifiers: ['otn'] },
      { kind: 'by-name-and-birth-date', possible: 5 },
      { kind: 'feed', days },
    ],
    classes: classes.map(seen),
    population,
    limits: {
      inquiriesPerUnitPerDay: 500,
      inquiriesPerOfficerPerDay: 500,
      personsPerUnitPerDay: 500,
      rowsPerAnswer: rows,
    },
  }
  const each = await openAgreement(walled.database, walled.admin, terms)
  opened.push(each)
  return each
}

const perform = async (ids: PathIds, acts: readonly Act[]): Promise<void> => {
  for (const act of acts) await performAtOnce(walled.clientOf(act.door), act, ids.arrestId)
}
const only = (acts: readonly Act[], ...kinds: string[]): Act[] => acts.filter(({ kind }) => kinds.includes(kind))

/** Somebody arrested and reported; the same person again where one is given. */
const arrest = async (personId?: string): Promise<PathIds> => {
  const ids = { ...newPath(null), ...(personId === undefined ? {} : { personId }) }
  const [draft] = only(actsBeforeFiling(ids, makers), 'arrest.drafted')
  if (draft === undefined) return expect.unreachable()
  const rows = draft.rows.filter(([table]) => personId === undefined || table !== 'police.person')
  await perform(ids, [{ ...draft, rows }])
  await sendReport(walled.clientOf('pars_police'), ids.arrestId)
  await placeAll(walled.admin)
  return ids
}
const charge = (ids: PathIds): Promise<void> =>
  perform(ids, only(actsBeforeFiling(ids, makers), 'charging.taken', 'charges.decided'))
const setBail = async (ids: PathIds): Promise<void> => {
  await perform(ids, only(actsBeforeFiling(ids, makers), 'complaint.made'))
  await perform(ids, [actOfFiling(ids, makers)])
  await perform(
    ids,
    only(actsAfterFiling(ids, makers), 'court-session.opened', 'listing.added', 'arraignment.held', 'bail.set'),
  )
}

const cites = { kind: 'incident', value: '202606000001' }
const request = (each: OpenedAgreement, change: Partial<Request> = {}): Request => each.request({ cites, ...change })

const answerOf = async (each: OpenedAgreement, asked: Ask, by = request(each)): Promise<Answer> => {
  const { answer } = await collect(each.door, await ask(each.door, each.compiled.names.door, asked, by))
  return answer ?? expect.unreachable()
}
const name = async (each: OpenedAgreement, ids: PathIds, by = request(each)): Promise<number> => {
  const asked = { question: 'by_identifier', args: ['otn', await findOtn(walled.admin, ids.arrestId)] }
  return (await answerOf(each, asked, by)).rows.length
}
const feed = (each: OpenedAgreement, cursor: string | undefined, by = request(each)): Promise<Answer> =>
  answerOf(each, { question: 'feed', args: [cursor ?? null] }, by)

describe('a feed', () => {
  test('tells each change that shows once, in the order of the journal, as the record is now', async () => {
    const each = await openFeed()
    const ids = await arrest()
    expect(await name(each, ids)).toBe(1)
    const first = await feed(each, undefined)
    expect(first.rows).toHaveLength(1)
    expect((await feed(each, first.cursor)).rows).toEqual([])
    await charge(ids)
    const before = await feed(each, first.cursor)
    // Committed, and without a place in the journal yet: it will come, and nothing after it comes before.
    expect(before.rows).toEqual([])
    await placeAll(walled.admin)
    const after = await feed(each, before.cursor)
    expect(after.rows).toMatchObject([{ charges: [{ statute: '18 § 2701' }] }])
    expect(Object.keys(after.rows[0] ?? {}).sort()).toEqual(['arrest', 'charges', 'identity'])
    expect((await feed(each, after.cursor)).rows).toEqual([])
    // An older cursor tells it again: whoever lost an answer loses nothing.
    expect((await feed(each, first.cursor)).rows).toEqual(after.rows)
  })

  test('does not stir when what is hidden changes', async () => {
    const [blind, sighted] = [await openFeed(), await openFeed({ classes: ['identity', 'bail'] })]
    const ids = await arrest()
    await charge(ids)
    await placeAll(walled.admin)
    const cursors: (string | undefined)[] = []
    for (const each of [blind, sighted]) {
      await name(each, ids)
      cursors.push((await feed(each, undefined)).cursor)
    }
    await setBail(ids)
    await placeAll(walled.admin)
    expect((await feed(blind, cursors[0])).rows).toEqual([])
    expect((await feed(sighted, cursors[1])).rows).toMatchObject([{ bail: [{ kind: 'set', amountCents: 500_000 }] }])
  })

  test('tells when a record of the person comes into reach, and not why', async () => {
    const each = await openFeed({
      classes: ['identity', 'arrest'],
      population: { kind: 'any', of: [{ kind: 'charged' }, { kind: 'is', column: 'district', value: '77' }] },
    })
    const known = await arrest()
    await charge(known)
    await placeAll(walled.admin)
    expect(await name(each, known)).toBe(1)
    const { cursor } = await feed(each, undefined)
    const again = await arrest(known.personId)
    const hidden = await feed(each, cursor)
    expect(hidden.rows).toEqual([])
    await charge(again)
    await placeAll(walled.admin)
    const entered = await feed(each, hidden.cursor)
    expect(entered.rows).toHaveLength(1)
    // It leaves reach by no condition and comes into none: a district is shown, and so its change is told.
    await correctDistrict(walled.clientOf('pars_police'), again.arrestId, '25')
    await placeAll(walled.admin)
    expect((await feed(each, entered.cursor)).rows).toMatchObject([{ arrest: { district: '25' } }])
  })

  test('follows only persons whom this unit named, for the same purpose and case', async () => {
    const each = await openFeed()
    const [named, other] = [await arrest(), await arrest()]
    await name(each, named)
    const otherCase = request(each, { cites: { kind: 'incident', value: '202606000099' } })
    expect((await feed(each, undefined, otherCase)).rows).toEqual([])
    const { rows, cursor } = await feed(each, undefined)
    expect(rows).toHaveLength(1)
    await charge(named)
    await charge(other)
    await placeAll(walled.admin)
    expect((await feed(each, cursor)).rows).toHaveLength(1)
    expect((await findLastAsked(walled.admin, each.compiled.names.door))?.persons).toEqual([named.personId])
  })

  test('follows nobody who was only possible', async () => {
    const each = await openFeed()
    const ids = await arrest()
    const asked = { question: 'by_name_and_birth_date', args: ['Made-Up', 'Nobody', '1990-01-01'] }
    // Of no birth date on file, so that nobody matches and nobody is alike either.
    expect((await answerOf(each, asked)).rows).toEqual([])
    await walled.admin.query('update disclosure.record set born_on = $2 where arrest_id = $1', [
      ids.arrestId,
      '1990-01-01',
    ])
    expect((await answerOf(each, asked)).rows).toMatchObject([{ match: 'possible' }])
    expect((await feed(each, undefined)).rows).toEqual([])
  })

  test('ends so many days after the person was named, however often it was asked meanwhile', async () => {
    const each = await openFeed({ days: 2 })
    const ids = await arrest()
    await name(each, ids)
    await ageInquiries(walled.admin, each.compiled.names.door, 47)
    expect((await feed(each, undefined)).rows).toHaveLength(1)
    await ageInquiries(walled.admin, each.compiled.names.door, 2)
    expect((await feed(each, undefined)).rows).toEqual([])
  })

  test('tests the purpose anew: a case that is no longer found with the record ends it', async () => {
    const each = await openFeed({
      purposes: [{ code: 'criminal-investigation', cites: 'incident', suffices: 'found-here' }],
    })
    const ids = await arrest()
    expect(await name(each, ids)).toBe(1)
    expect((await feed(each, undefined)).rows).toHaveLength(1)
    await walled.admin.query(`delete from disclosure.identifier where arrest_id = $1 and kind = 'incident'`, [
      ids.arrestId,
    ])
    expect((await feed(each, undefined)).rows).toEqual([])
  })

  test("does not tell of an arrest that turned out to be another person's", async () => {
    const each = await openFeed()
    const ids = await arrest()
    await name(each, ids)
    await giveToAnother(walled.admin, ids.arrestId)
    expect((await feed(each, undefined)).rows).toEqual([])
  })

  test('comes in pages of which none loses a change', async () => {
    const each = await openFeed({ rows: 2 })
    const all = [await arrest(), await arrest(), await arrest(), await arrest(), await arrest()]
    for (const ids of all) await name(each, ids)
    for (const ids of all) await charge(ids)
    await placeAll(walled.admin)
    const otns: unknown[] = []
    let cursor: string | undefined
    for (let page = 1; page <= 4; page += 1) {
      const answer = await feed(each, cursor)
      expect(answer.rows.length).toBeLessThanOrEqual(2)
      otns.push(...answer.rows.map(row => (row['arrest'] as { otn: string }).otn))
      cursor = answer.cursor
    }
    const expected: string[] = []
    for (const ids of all) expected.push(await findOtn(walled.admin, ids.arrestId))
    expect(otns).toEqual(expected)
  })
})

describe('a cursor', () => {
  const refusal = async (each: OpenedAgreement, cursor: string, by = request(each)): Promise<string | null> =>
    (await feed(each, cursor, by)).term

  test('tells nothing of the journal, and two of the same place do not look alike', async () => {
    const each = await openFeed()
    const [one, two] = [await feed(each, undefined), await feed(each, undefined)]
    expect(one.cursor).toMatch(/^[0-9a-f]{112}$/)
    expect(two.cursor).not.toBe(one.cursor)
  })

  test('that was made up, changed or cut is refused', async () => {
    const each = await openFeed()
    const { cursor = '' } = await feed(each, undefined)
    expect(await refusal(each, cursor)).toBeNull()
    const digits = [...cursor]
    for (let index = 0; index < digits.length; index += 7) {
      const changed = digits.with(index, digits[index] === '0' ? '1' : '0').join('')
      expect(await refusal(each, changed)).toBe('cursor-not-valid')
    }
    for (const made of [
      '0',
      '1',
      '00'.repeat(56),
      cursor.slice(2),
      `${cursor}00`,
      cursor.toUpperCase().replace(/^\d+$/, 'x'),
    ])
      expect(await refusal(each, made)).toBe('cursor-not-valid')
  })

  test('serves no other agreement and no other unit', async () => {
    const [each, other] = [await openFeed(), await openFeed()]
    const { cursor = '' } = await feed(each, undefined)
    expect(await refusal(other, cursor)).toBe('cursor-not-valid')
  })

  test('does not come with a refusal', async () => {
    const each = await openFeed()
    expect(await feed(each, 'x')).not.toHaveProperty('cursor')
  })
})

test('each act is put down with the classes of fields that it changed', async () => {
  const ids = await arrest()
  await charge(ids)
  await setBail(ids)
  await perform(
    ids,
    only(actsAfterFiling(ids, makers), 'departure.proposed', 'departure.confirmed', 'departure.acknowledged'),
  )
  await placeAll(walled.admin)
  const everything = 'address arrest bail charges custody demographic docket identity origin photo'.split(' ')
  expect(await listChanges(walled.admin, ids.arrestId)).toEqual([
    { kind: 'arrest.reported', classes: everything },
    { kind: 'charges.decided', classes: ['charges'] },
    { kind: 'complaint.filed', classes: ['docket'] },
    { kind: 'arraignment.held', classes: ['docket'] },
    { kind: 'bail.set', classes: ['bail'] },
    { kind: 'departure.acknowledged', classes: ['custody'] },
  ])
})
