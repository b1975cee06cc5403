import { expect, test } from 'vitest'
import * as volume from '../src/figures/arrest-volume.ts'
import * as amounts from '../src/figures/bail-amounts.ts'
import * as bail from '../src/figures/bail-mix.ts'
import * as conduct from '../src/figures/conduct.ts'
import * as districts from '../src/figures/districts.ts'
import type { Figure } from '../src/figures/figure.ts'
import * as live from '../src/figures/live-traffic.ts'
import * as offenses from '../src/figures/offense-mix.ts'
import * as people from '../src/figures/people.ts'
import { courses } from './planned-year.ts'

const isFigure = (value: unknown): value is Figure<unknown> =>
  typeof value === 'object' && value !== null && 'assumed' in value && 'source' in value

test('every figure names its source or says that it is assumed and why', () => {
  const figures = [volume, amounts, bail, conduct, districts, live, offenses, people].flatMap(module =>
    Object.entries(module).flatMap(([name, value]) => (isFigure(value) ? [{ name, ...value }] : [])),
  )
  expect(figures.length).toBeGreaterThan(30)
  expect(figures.filter(({ source }) => source.length < 12).map(({ name }) => name)).toEqual([])
  const withoutYear = figures.filter(({ assumed, source }) => !assumed && !/20\d\d|bail watchers/.test(source))
  expect(withoutYear.map(({ name }) => name)).toEqual([])
})

test('no Social Security number is of an area that was ever given', () => {
  const given = courses.flatMap(({ report }) => report.person.ssn ?? [])
  expect(given.length).toBeGreaterThan(10_000)
  expect(given.filter(ssn => !/^(000|666)-\d\d-\d{4}$/.test(ssn))).toEqual([])
})

test('every telephone number is one of the invented 555-01xx', () => {
  const contacts = courses.flatMap(({ report }) =>
    (report.victimsAndWitnesses ?? []).flatMap(({ contact }) => contact ?? []),
  )
  expect(contacts.length).toBeGreaterThan(1000)
  expect(contacts.filter(contact => !/^215-555-01\d\d$/.test(contact))).toEqual([])
})

test('no two arrests share an intake number, an OTN or a docket number', () => {
  const dockets = courses.flatMap(({ acts }) =>
    acts.flatMap(({ deed }) => (deed.kind === 'file' ? [deed.docketNumber] : [])),
  )
  expect(new Set(dockets).size).toBe(dockets.length)
  expect(new Set(courses.map(({ intakeNumber }) => intakeNumber)).size).toBe(courses.length)
  expect(new Set(courses.map(({ report }) => report.otn)).size).toBe(courses.length)
})

test('nobody is arrested while in custody', () => {
  const leftAt = new Map<string, number>()
  const early = courses.filter(({ personKey, arrestedAt, acts }) => {
    const isEarly = arrestedAt < (leftAt.get(personKey) ?? 0)
    leftAt.set(personKey, acts.find(({ deed }) => deed.kind === 'acknowledge')?.at ?? Number.POSITIVE_INFINITY)
    return isEarly
  })
  expect(early.map(({ intakeNumber }) => intakeNumber)).toEqual([])
})

test('the acts of every arrest follow one another in time, and the first comes after the arrest', () => {
  const wrong = courses.filter(({ arrestedAt, acts }) =>
    acts.some((act, index) => act.at < (acts[index - 1]?.at ?? arrestedAt)),
  )
  expect(wrong.map(({ intakeNumber }) => intakeNumber)).toEqual([])
})
