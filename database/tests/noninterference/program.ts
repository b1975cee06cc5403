import fc from 'fast-check'
import type { Ask } from '../terms/ask.sql.ts'
import {
  birthDates,
  type DisclosureRecord,
  docketNumbers,
  firstNames,
  incidentNumbers,
  lastNames,
  otns,
  policeNumbers,
  recordsAround,
} from '../terms/records.ts'
import type { Profile } from './profiles.ts'
import { startOfStory } from './profiles.ts'

/** Turns the lights out: from here on the partner may see nothing, so that everything may differ. */
export const darkenings = [
  'end-exactly',
  'after-the-end',
  'before-the-start',
  'suspended',
  'emergency-stopped',
  'terminated',
  'superseded',
  'unit-stopped',
  'key-stopped',
  'officer-stopped',
  'certificate-ended',
  'officer-of-another-unit',
  'unit-not-named',
  'purpose-not-granted',
  'case-not-cited',
  'unit-quota-used',
  'officer-quota-used',
] as const
export type Darkening = (typeof darkenings)[number]

export const askModes = ['collect', 'keep', 'same-transaction', 'rolled-back', 'serializable'] as const
export const hiddenActs = [
  'add-record',
  'drop-records',
  'change-hidden-columns',
  'hidden-change',
  'change-of-nobody-named',
  'other-asks',
  'other-feeds',
  'other-registers',
] as const

/** What a request may cite, by its kind. */
export type Cited = Record<string, string | undefined>

export type Step =
  | { kind: 'ask'; asked: Ask; request: number; cited: Cited; mode: (typeof askModes)[number]; nonce: number | null }
  | { kind: 'collect'; which: number }
  | { kind: 'collect-other' }
  | { kind: 'feed'; request: number; cited: Cited; cursor: 'none' | 'last' | 'other' | 'malformed' }
  | { kind: 'visible-change'; record: number }
  | { kind: 'history' }
  | { kind: 'raw'; which: number }
  | { kind: 'hidden'; left: HiddenAct | null; right: HiddenAct | null }

export interface HiddenAct {
  act: (typeof hiddenActs)[number]
  record: DisclosureRecord
  asked: Ask
  nonce: number
}

/** What stands in one of the two databases that the partner may not know. */
export interface Side {
  hidden: DisclosureRecord[]
  /** Takes the place of hidden columns of the visible records. */
  masked: DisclosureRecord[]
  /** After the lights go out: anything. */
  dark: DisclosureRecord[]
}

export interface Program {
  profile: number
  visible: DisclosureRecord[]
  left: Side
  right: Side
  /** Requests cite only what no record of another purpose carries. */
  strict: boolean
  limits: { rows: number; persons: number }
  steps: Step[]
  darkenings: Darkening[]
  darkSteps: Step[]
}

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const now = startOfStory as DisclosureRecord['arrested_at']
const uuid = fc.uuid({ version: 4 })
const persons = Array.from({ length: 6 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`)
/** As those of t1's suites, but reproducible from the seed. */
const records = fc
  .tuple(recordsAround(now, [now]), uuid, oneOf(persons))
  .map(([record, arrest_id, person_id]): DisclosureRecord => ({ ...record, arrest_id, person_id }))

const unknown = ['Q0000000', "' or true --", '', '%', 'x'.repeat(300), '９９'] as const
const maybe = (values: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 9, arbitrary: oneOf(values) }, { weight: 1, arbitrary: oneOf(unknown) })
const identifierValues: Record<string, readonly string[]> = {
  otn: otns,
  'police-number': policeNumbers,
  'docket-number': docketNumbers,
}
const attributeValues: Record<string, readonly string[]> = {
  'birth-country': ['abroad', 'genc:MEX', 'genc:USA', 'ncic:MX', 'genc:COL'],
  sex: ['female', 'male', 'unknown'],
  district: ['25', '26', '77', '01'],
}

/** What asks for a record, or for what it has in common with others. */
const asksFor = ({ terms }: Profile, record: DisclosureRecord): fc.Arbitrary<Ask> => {
  const own: Record<string, string | null | undefined> = {
    otn: record.otn,
    'police-number': record.police_number,
    'docket-number': record.dockets[0]?.docketNumber,
    'birth-country': record.birth_country_code && `${record.birth_country_system}:${record.birth_country_code}`,
    sex: record.sex,
    district: record.district_code,
  }
  const valued = (kind: string, values: readonly string[]) =>
    fc
      .oneof({ weight: 6, arbitrary: fc.constant(own[kind] ?? values[0] ?? '') }, maybe(values))
      .map(value => [kind, value])
  const born = fc.oneof({ weight: 4, arbitrary: fc.constant(record.born_on) }, maybe(birthDates))
  const questions = terms.questions.flatMap((granted): fc.Arbitrary<Ask>[] => {
    switch (granted.kind) {
      case 'by-identifier':
        return [
          oneOf([...granted.identifiers, ...granted.identifiers, ...granted.identifiers, 'docket-number', 'otn'])
            .chain(kind => valued(kind, identifierValues[kind] ?? []))
            .map(args => ({ question: 'by_identifier', args })),
        ]
      case 'by-name-and-birth-date':
        return [
          fc
            .tuple(
              fc.oneof({ weight: 4, arbitrary: fc.constant(record.last_name) }, maybe(lastNames)),
              fc.oneof({ weight: 4, arbitrary: fc.constant(record.first_name) }, maybe(firstNames)),
              born.map(date => (date === '' ? null : date)),
            )
            .map(args => ({ question: 'by_name_and_birth_date', args })),
        ]
      case 'by-incident':
        return [
          fc
            .oneof({ weight: 4, arbitrary: fc.constant(record.incidents[0] ?? '') }, maybe(incidentNumbers))
            .map(value => ({ question: 'by_incident', args: [value] })),
        ]
      case 'by-attribute':
        return [
          oneOf([...granted.attributes, ...granted.attributes, 'race'])
            .chain(kind => valued(kind, attributeValues[kind] ?? ['black']))
            .chain(args =>
              oneOf(['2010-01-01T00:00:00Z', '2010-01-01T00:00:00Z', '2018-08-15T00:00:00Z', 'infinity']).map(from => [
                ...args,
                from,
              ]),
            )
            .map(args => ({ question: 'by_attribute', args })),
        ]
      case 'recent':
        return [oneOf([744, 1, 744, 24, 744, 745, 0]).map(hours => ({ question: 'recent', args: [hours] }))]
      default:
        return []
    }
  })
  return fc.oneof(...questions)
}
const citedOf = (record: DisclosureRecord): Cited => ({
  incident: record.incidents[0],
  warrant: record.warrant_number ?? undefined,
  docket: record.dockets[0]?.docketNumber,
})

const othersAsks: fc.Arbitrary<Ask> = fc.oneof(
  oneOf(policeNumbers).map(value => ({ question: 'by_identifier', args: ['police-number', value] })),
  oneOf(incidentNumbers).map(value => ({ question: 'by_incident', args: [value] })),
  fc.constant({ question: 'recent', args: [744] }),
)

/** Steps about the records of both databases. */
const stepsOf = (profile: Profile, about: readonly DisclosureRecord[], asking = 8): fc.Arbitrary<Step> => {
  const acts: fc.Arbitrary<HiddenAct | null> = fc.option(
    fc.record({ act: oneOf(hiddenActs), record: records, asked: othersAsks, nonce: fc.nat(3) }),
  )
  const feeds = profile.terms.questions.some(({ kind }) => kind === 'feed')
  const asks: fc.Arbitrary<Step> = oneOf(about).chain(record =>
    fc.record({
      kind: fc.constant('ask' as const),
      asked: asksFor(profile, record),
      request: fc.nat(20),
      cited: fc.constant(citedOf(record)),
      mode: fc.oneof({ weight: 6, arbitrary: fc.constant('collect' as const) }, oneOf(askModes)),
      nonce: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.nat(3)),
    }),
  )
  return fc.oneof(
    { weight: asking, arbitrary: asks },
    { weight: 1, arbitrary: fc.nat(9).map(which => ({ kind: 'collect' as const, which })) },
    { weight: 1, arbitrary: fc.constant({ kind: 'collect-other' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'history' as const }) },
    { weight: 1, arbitrary: fc.nat(20).map(which => ({ kind: 'raw' as const, which })) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('hidden' as const), left: acts, right: acts }) },
    ...(feeds
      ? [
          {
            weight: 5,
            arbitrary: fc.record({
              kind: fc.constant('feed' as const),
              request: fc.nat(20),
              cited: oneOf(about).map(citedOf),
              cursor: oneOf(['none', 'none', 'last', 'last', 'other', 'other', 'malformed'] as const),
            }),
          },
          { weight: 3, arbitrary: fc.nat(5).map(record => ({ kind: 'visible-change' as const, record })) },
        ]
      : []),
  )
}

/** What only a record of another purpose carries, when all requests are strict. */
export const uncited = { incident: incidentNumbers[2] ?? '' }
const ofAnotherPurpose = (record: DisclosureRecord): DisclosureRecord => ({
  ...record,
  incidents: [uncited.incident],
  warrant_number: null,
  dockets: [],
})

/** A hidden record is often the very twin of a visible one: same names, numbers, times and sort keys. */
const hiddenOf = (profile: Profile, visible: readonly DisclosureRecord[], strict: boolean) =>
  fc
    .tuple(records, fc.option(oneOf(visible), { freq: 3 }), fc.nat(20), fc.nat(4))
    .map(([fresh, twin, reason, purpose]): DisclosureRecord => {
      const like = profile.admit(
        twin === null ? fresh : { ...twin, arrest_id: fresh.arrest_id, person_id: fresh.person_id },
      )
      if (strict && purpose < 2) return ofAnotherPurpose(like)
      return profile.hide[reason % profile.hide.length]?.(like) ?? like
    })

export const programs = (profiles: readonly Profile[]): fc.Arbitrary<Program> =>
  fc.nat(profiles.length - 1).chain(index => {
    const profile = profiles[index]
    if (profile === undefined) throw new RangeError('no such profile')
    return fc
      .tuple(fc.array(records.map(profile.admit), { minLength: 1, maxLength: 5 }), fc.boolean())
      .chain(([visible, strict]) => {
        const side = fc.record({
          hidden: fc.array(hiddenOf(profile, visible, strict), { maxLength: 6 }),
          masked: fc.array(records, { minLength: visible.length, maxLength: visible.length }),
          dark: fc.array(records.map(profile.admit), { maxLength: 4 }),
        })
        return fc.tuple(side, side).chain(([left, right]) => {
          const seen = [...visible, ...left.hidden, ...right.hidden]
          const dark = [...left.dark, ...right.dark, ...visible.slice(0, 1)]
          return fc.record({
            profile: fc.constant(index),
            visible: fc.constant(visible),
            strict: fc.constant(strict),
            left: fc.constant(left),
            right: fc.constant(right),
            limits: fc.record({
              rows: fc.integer({ min: 1, max: 4 }),
              persons: fc.oneof({ weight: 2, arbitrary: fc.constant(40) }, fc.integer({ min: 1, max: 3 })),
            }),
            steps: fc.array(stepsOf(profile, seen), { minLength: 3, maxLength: 12 }),
            darkenings: fc.shuffledSubarray([...darkenings], { maxLength: 5 }),
            darkSteps: fc.array(stepsOf(profile, dark, 40), { minLength: 2, maxLength: 4 }),
          })
        })
      })
  })
