import type { Endpoint } from '@pars/contract'
import { expect, test } from 'vitest'
import { subjectOf } from '../../src/drive/accounts.ts'
import { type CaseIds, IdNotKnown, noCaseIds } from '../../src/drive/case-ids.ts'
import type { Setting } from '../../src/drive/requests/request.ts'
import { requestOf } from '../../src/drive/requests/request-of.ts'
import type { Course, Deed, DeedKind } from '../../src/plan/act.ts'
import { planCity } from '../../src/plan/plan-city.ts'
import { momentAt, weekdayOf } from '../../src/time/city-time.ts'

const { courses } = planCity({ seed: 'requests', startAt: momentAt('2025-01-01', 0), days: 40 })

const id = (prefix: string, index = 0): string => `${prefix}_${String(index).padStart(32, '0')}`
const ten = (prefix: string): string[] => Array.from({ length: 10 }, (_, index) => id(prefix, index))

const allIds: CaseIds = {
  arrestId: id('arr'),
  version: 3,
  policeChargeIds: ten('pch'),
  chargeIds: [...ten('chg'), ...ten('chg')],
  complaintIds: ten('cmp'),
  docketIds: ten('dkt'),
  listingIds: ten('lst'),
  holdId: id('hld'),
  departureId: id('dep'),
}

const settingOf = (course: Course, ids: CaseIds = structuredClone(allIds)): Setting => ({
  course,
  ids,
  saidAt: Date.parse('2025-06-06T12:00:00Z'),
  rooms: ['303', '403'],
  courtSessionId: id('cse'),
})

/** The first plan of each kind of deed. */
const examples = new Map<DeedKind, { course: Course; deed: Deed }>()
for (const course of courses)
  for (const { deed } of course.acts) if (!examples.has(deed.kind)) examples.set(deed.kind, { course, deed })

const kinds = Object.keys(subjectOf) as DeedKind[]

test.each(kinds)('what %s sends has the shape that its endpoint takes', kind => {
  const example = examples.get(kind)
  if (!example) throw new Error(`forty days have no ${kind}`)
  const { endpoint, params, body, version } = requestOf(example.deed, settingOf(example.course))
  const e: Endpoint = endpoint
  expect(e.params.safeParse(params ?? {}).error).toBeUndefined()
  if (e.body.type !== 'undefined') expect(e.body.safeParse(body).error).toBeUndefined()
  expect(version !== undefined).toBe(e.ifMatch)
})

test('an act whose ids no answer has told is not sent half known', () => {
  const unable = kinds.filter(kind => {
    const example = examples.get(kind)
    try {
      if (example) requestOf(example.deed, settingOf(example.course, noCaseIds()))
      return false
    } catch (error) {
      return error instanceof IdNotKnown
    }
  })
  expect(kinds.filter(kind => !unable.includes(kind))).toEqual(['draft', 'report'])
})

test('nobody confirms what the same chair proposed', () => {
  expect(subjectOf.confirm).not.toBe(subjectOf.propose)
})

test('a correction keeps the charges that it continues and gives no SSN', () => {
  const example = examples.get('correct')
  if (!example) throw new Error('forty days have a correction')
  const { body } = requestOf(example.deed, settingOf(example.course)) as { body: { report: Course['report'] } }
  expect(body.report.person.ssn).toBeNull()
  expect(body.report.charges.map(charge => charge.policeChargeId)).toEqual(
    example.course.report.charges.map((_, position) => id('pch', position)),
  )
})

test('no next hearing falls on a Saturday or Sunday, and each is in a room of the list', () => {
  const listings = courses.flatMap(course =>
    course.acts.flatMap(({ at, deed }) => {
      if (deed.kind !== 'arraign' || deed.body.next === null) return []
      const { body } = requestOf(deed, { ...settingOf(course), saidAt: at }) as {
        body: { nextListing: { at: string; room: string } }
      }
      return [body.nextListing]
    }),
  )
  expect(listings.length).toBeGreaterThan(1000)
  expect(listings.filter(({ at }) => [0, 6].includes(weekdayOf(at.slice(0, 10))))).toEqual([])
  expect(new Set(listings.map(({ room }) => room))).toEqual(new Set(['303', '403']))
})
