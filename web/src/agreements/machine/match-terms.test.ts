import { cityMidnight, columnsOfDefiner, endOfCityDay, type Terms, visibleClasses } from '@pars/terms'
import { termsOf2017 } from '@pars/terms/stories'
import { describe, expect, test } from 'vitest'
import { exampleBlanks } from '../terms/example-blanks.ts'
import { beyondTerms, type Effective, matchTerms } from './match-terms.ts'

const terms = termsOf2017(exampleBlanks)
/** What the catalog says where everything is as voted. */
const asVoted = (of: Terms, change: Partial<Effective> = {}): Effective =>
  ({
    agreementId: 'agm_1',
    version: of.version,
    inPlace: true,
    door: 'agr_000000000000',
    questions: of.questions.map(({ kind }) => kind),
    otherFunctions: ['inquiry.collect'],
    readableByDoor: [],
    classes: visibleClasses(of),
    columns: columnsOfDefiner(of),
    policies: [
      { name: 'adult', restrictive: true, condition: 'adult' },
      { name: 'gate', restrictive: true, condition: '( SELECT inquiry.is_asking() AS is_asking)' },
      { name: 'population', restrictive: false, condition: 'true' },
    ],
    standing: {
      startsAt: cityMidnight(of.startsOn),
      endsAt: endOfCityDay(of.endsOn),
      units: of.units.map(({ code }) => code),
      purposes: Object.fromEntries(of.purposes.map(({ code, cites, suffices }) => [code, { cites, suffices }])),
      limits: { ...of.limits },
      outage: { minutes: 60, stops: true },
    },
    usesDays: 92,
    uses: [{ kind: 'filter', name: 'birth-country', count: 214, lastAt: '2018-08-31T12:00:00.000Z' }],
    ...change,
  }) as Effective

const wrong = (effective: Effective) =>
  (matchTerms(terms, effective) ?? []).filter(({ agrees }) => agrees === false).map(({ sentence }) => sentence.pointer)
const standing = (change: object) => asVoted(terms, { standing: { ...asVoted(terms).standing, ...change } as never })

describe('each clause beside what the machine does', () => {
  test('agrees where the catalog is as voted', () => {
    expect(wrong(asVoted(terms))).toEqual([])
    expect(matchTerms(terms, asVoted(terms))?.some(({ agrees }) => agrees === true)).toBe(true)
  })
  test('a promise is held by nothing, and says so', () => {
    const promise = matchTerms(terms, asVoted(terms))?.find(({ sentence }) => sentence.pointer === '/onward')
    expect(promise).toMatchObject({ agrees: null, machine: expect.stringContaining('word given') })
  })
  test('a use stands beside the very filter that it was', () => {
    const filter = matchTerms(terms, asVoted(terms))?.find(({ sentence }) => sentence.pointer.endsWith('/attributes/0'))
    expect(filter?.use).toMatchObject({ count: 214 })
  })
  test.each<[string, Effective, string]>([
    ['a later end', standing({ endsAt: '2199-01-01T05:00:00.000Z' }), '/endsOn'],
    ['a larger quota', standing({ limits: { ...terms.limits, rowsPerAnswer: 1000 } }), '/limits/rowsPerAnswer'],
    ['another unit', standing({ units: ['removal-unit', 'other-unit'] }), '/units'],
    [
      'a purpose that nobody voted for',
      standing({ purposes: { custody: { cites: 'none', suffices: 'unverified' } } }),
      '/purposes',
    ],
    [
      'a weaker test',
      standing({
        purposes: {
          ...asVoted(terms).standing?.purposes,
          'civil-immigration': { cites: 'case', suffices: 'unverified' },
        },
      }),
      '/purposes/0/cites',
    ],
    [
      'a question that nobody granted',
      asVoted(terms, { questions: [...asVoted(terms).questions, 'by-incident'] }),
      '/questions',
    ],
    ['a question that is gone', asVoted(terms, { questions: ['by-identifier'] }), '/questions/1'],
    ['a class that nobody granted', asVoted(terms, { classes: [...asVoted(terms).classes, 'photo'] }), '/classes'],
    ['no policy on age', asVoted(terms, { policies: asVoted(terms).policies.slice(1) }), '/directFile'],
    [
      'a second permissive policy',
      asVoted(terms, { policies: [...asVoted(terms).policies, { name: 'x', restrictive: false, condition: 'true' }] }),
      '/population',
    ],
  ])('%s does not agree', (_what, effective, pointer) => {
    expect(wrong(effective)).toContain(pointer)
  })
  test('a version that was never in force has nothing to compare', () => {
    expect(matchTerms(terms, asVoted(terms, { inPlace: false, standing: null }))).toBeUndefined()
  })
})

describe('rights beyond the vote', () => {
  test('are none where the catalog is as voted', () => {
    expect(beyondTerms(terms, asVoted(terms))).toEqual({ columns: [], tables: [], hasGate: true })
  })
  test('are named: a column, a table, a gate that is gone', () => {
    const effective = asVoted(terms, {
      columns: [...columnsOfDefiner(terms), 'photo_reference'],
      readableByDoor: ['disclosure.record'],
      policies: [],
    })
    expect(beyondTerms(terms, effective)).toEqual({
      columns: ['photo_reference'],
      tables: ['disclosure.record'],
      hasGate: false,
    })
  })
})
