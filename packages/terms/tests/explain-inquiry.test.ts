import { type Instant, instantOf } from '@pars/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cityMidnight,
  endOfCityDay,
  evaluatePopulation,
  explainClasses,
  explainInquiry,
  explainReach,
  type Inquiry,
  type InquiryFacts,
  isNarrowing,
  type Terms,
  visibleClasses,
} from '../src/index.ts'
import { validTerms } from './arbitraries.ts'
import { factsAt, inquiriesOf } from './inquiries.ts'
import { narrowedOf } from './narrowed-terms.ts'
import { populationFacts, someInstants } from './population-facts.ts'
import { day, plainTerms } from './terms-examples.ts'

const askedAt = '2018-06-15T16:00:00.000Z' as Instant
const inquiry: Inquiry = {
  request: {
    unit: 'sample-unit',
    officer: '00000000-0000-4000-8000-000000000001',
    purpose: 'criminal-investigation',
    cites: { kind: 'incident', value: '201825000123' },
    authentication: 'signed',
  },
  asked: { kind: 'by-identifier', identifier: 'otn', value: 'Q3333330' },
}
const facts: InquiryFacts = {
  askedAt,
  halted: null,
  activationConfirmed: true,
  unconfirmedMinutes: 0,
  stopped: { unit: false, key: false, officer: false },
  certifiedUntil: instantOf(Date.parse(askedAt) + 1),
  registered: true,
  cursorValid: true,
  used: { unit: 0, officer: 0, persons: 0 },
  found: { shown: 1, possible: 0, inReach: 1, onRecord: 1 },
  newPersons: 1,
}
const ask = (change: Partial<Inquiry['request']>, asked: Partial<Inquiry['asked']> = {}): Inquiry => ({
  request: { ...inquiry.request, ...change },
  asked: { ...inquiry.asked, ...asked } as Inquiry['asked'],
})

interface Case {
  inquiry?: Inquiry
  facts?: Partial<InquiryFacts>
  pointer: string
}

/** Each term that can refuse, with the smallest thing that makes it. */
const refusals: Record<string, Case> = {
  'agreement-not-begun': {
    facts: { askedAt: instantOf(Date.parse(cityMidnight(plainTerms.startsOn)) - 1) },
    pointer: '/startsOn',
  },
  'agreement-ended': { facts: { askedAt: endOfCityDay(plainTerms.endsOn) }, pointer: '/endsOn' },
  'agreement-suspended': { facts: { halted: 'suspended' }, pointer: '' },
  'agreement-unconfirmed': { facts: { activationConfirmed: false }, pointer: '' },
  'unit-not-named': { inquiry: ask({ unit: 'other-unit' }), pointer: '/units' },
  'unit-stopped': { facts: { stopped: { unit: false, key: true, officer: false } }, pointer: '/units' },
  'officer-not-named': { inquiry: ask({ officer: 'somebody' }), pointer: '/units' },
  'officer-stopped': { facts: { stopped: { unit: false, key: false, officer: true } }, pointer: '/units' },
  'officer-not-certified': { facts: { certifiedUntil: askedAt }, pointer: '/units' },
  'purpose-not-granted': { inquiry: ask({ purpose: 'civil-immigration' }), pointer: '/purposes' },
  'case-not-cited': { inquiry: ask({ cites: { kind: 'docket', value: '1' } }), pointer: '/purposes/0/cites' },
  'log-unconfirmed': {
    facts: { unconfirmedMinutes: plainTerms.confirmationOutage.minutes },
    pointer: '/confirmationOutage',
  },
  'unit-day-quota': {
    facts: { used: { unit: 200, officer: 0, persons: 0 } },
    pointer: '/limits/inquiriesPerUnitPerDay',
  },
  'officer-day-quota': {
    facts: { used: { unit: 0, officer: 40, persons: 0 } },
    pointer: '/limits/inquiriesPerOfficerPerDay',
  },
  'question-not-granted': {
    inquiry: {
      ...inquiry,
      asked: { kind: 'by-attribute', attribute: 'birth-country', value: 'abroad', since: askedAt },
    },
    pointer: '/questions',
  },
  'filter-not-granted': { inquiry: ask({}, { identifier: 'ssn' }), pointer: '/questions/0' },
  'filter-malformed': { inquiry: ask({}, { value: '' }), pointer: '/questions/0' },
  'persons-day-quota': {
    facts: { used: { unit: 0, officer: 0, persons: 100 } },
    pointer: '/limits/personsPerUnitPerDay',
  },
}

describe('an inquiry', () => {
  test('that satisfies every condition is answered', () => {
    const explained = explainInquiry(plainTerms, inquiry, facts)
    expect(explained).toMatchObject({ outcome: 'answered', term: null, ground: null, pointer: null })
    expect(explained.conditions.every(({ holds }) => holds)).toBe(true)
  })

  test.each(Object.entries(refusals))(
    'is refused by %s, with the term of the agreement that decides',
    (term, broken) => {
      const explained = explainInquiry(plainTerms, broken.inquiry ?? inquiry, { ...facts, ...broken.facts })
      expect(explained).toMatchObject({ outcome: 'refused', term, pointer: broken.pointer })
      expect(explained.conditions.at(-1)).toMatchObject({ term, holds: false })
      expect(explained.conditions.slice(0, -1).every(({ holds }) => holds)).toBe(true)
    },
  )

  test('is refused by a cursor that its unit was never given', () => {
    const terms: Terms = { ...plainTerms, questions: [...plainTerms.questions, { kind: 'feed', days: 7 }] }
    const asked = { ...inquiry, asked: { kind: 'feed' as const, cursor: 'x' } }
    expect(explainInquiry(terms, asked, { ...facts, cursorValid: false })).toMatchObject({ term: 'cursor-not-valid' })
    expect(explainInquiry(terms, asked, facts)).toMatchObject({ outcome: 'answered' })
  })

  test('about nobody whom it may see is answered with nothing, and only the custodians learn the ground', () => {
    const none = { shown: 0, possible: 0, inReach: 0, onRecord: 0 }
    const ground = (found: Partial<InquiryFacts['found']>, registered = true) =>
      explainInquiry(plainTerms, inquiry, { ...facts, registered, found: { ...none, ...found }, newPersons: 0 })
    expect(ground({})).toMatchObject({ outcome: 'answered', term: null, ground: 'nobody-found', pointer: '' })
    expect(ground({ onRecord: 1 })).toMatchObject({
      outcome: 'answered',
      ground: 'out-of-reach',
      pointer: '/population',
    })
    expect(ground({ onRecord: 1, inReach: 1 }, false)).toMatchObject({
      outcome: 'answered',
      ground: 'purpose-not-found',
      pointer: '/purposes/0/suffices',
    })
  })
})

test('the last millisecond of an agreement is answered, and the next refused', () => {
  const end = Date.parse(endOfCityDay(plainTerms.endsOn))
  const at = (milliseconds: number) => {
    const when = instantOf(end + milliseconds)
    return explainInquiry(plainTerms, inquiry, { ...facts, askedAt: when, certifiedUntil: instantOf(end + 1000) }).term
  }
  expect([at(-1), at(0), at(1)]).toEqual([null, 'agreement-ended', 'agreement-ended'])
  expect(endOfCityDay(plainTerms.endsOn)).toBe('2018-09-01T04:00:00.000Z')
})

test('what narrower terms answer, wider terms answer too', () => {
  let answered = 0
  /** Nothing stands against it but, perhaps, the terms. */
  const rightRequest = (terms: Terms, asked: Inquiry): Inquiry => {
    const purpose = terms.purposes.find(({ code }) => code === asked.request.purpose) ?? terms.purposes[0]
    const request = { ...inquiry.request, unit: terms.units[0]?.code ?? '', purpose: purpose?.code ?? '' }
    return { ...asked, request: { ...request, cites: { kind: purpose?.cites ?? '', value: '1' } } }
  }
  const cases = validTerms
    .map((terms): Terms => ({ ...terms, startsOn: day('2015-01-01'), endsOn: day('2026-12-31') }))
    .chain(terms =>
      fc.record({
        terms: fc.constant(terms),
        narrowed: narrowedOf(terms),
        asked: inquiriesOf(terms).map(asked => rightRequest(terms, asked)),
        known: factsAt(askedAt).map(({ used, found, newPersons }) => ({ ...facts, used, found, newPersons })),
      }),
    )
  fc.assert(
    fc.property(cases, ({ terms, narrowed, asked, known }) => {
      fc.pre(isNarrowing(terms, narrowed))
      if (explainInquiry(narrowed, asked, known).outcome !== 'answered') return
      answered += 1
      expect(explainInquiry(terms, asked, known).outcome).toBe('answered')
      const wider = visibleClasses(terms)
      expect(visibleClasses(narrowed).every(each => wider.includes(each))).toBe(true)
    }),
    { numRuns: 800 },
  )
  expect(answered).toBeGreaterThan(20)
})

test('a replay of a decision gives the same', () => {
  fc.assert(
    fc.property(
      validTerms.chain(terms => fc.tuple(fc.constant(terms), inquiriesOf(terms), factsAt(askedAt))),
      ([terms, asked, known]) => {
        expect(explainInquiry(structuredClone(terms), structuredClone(asked), structuredClone(known))).toEqual(
          explainInquiry(terms, asked, known),
        )
      },
    ),
    { numRuns: 100 },
  )
})

describe('out of reach', () => {
  test('is whoever the population or the hard limit keeps out, and the narrowest such term is named', () => {
    fc.assert(
      fc.property(validTerms, populationFacts, someInstants, (terms, record, now) => {
        const reach = explainReach(terms, record, now)
        const isIn = (terms.directFile || record.adult) && evaluatePopulation(terms.population, record, now)
        expect(reach.inReach).toBe(isIn)
        if (reach.inReach) return
        if (!terms.directFile && !record.adult) expect(reach.pointer).toBe('/directFile')
        else expect(reach.pointer).toMatch(/^\/population(\/of\/\d+)*$/)
      }),
      { numRuns: 200 },
    )
  })

  test('names the one condition that failed', () => {
    const record = {
      district: '25',
      basis: 'sight' as const,
      grade: null,
      arrestedAt: askedAt,
      charged: true,
      adult: true,
      bailOrdered: false,
    }
    const late = instantOf(Date.parse(askedAt) + 366 * 86_400_000)
    expect(explainReach(plainTerms, record, askedAt)).toEqual({ inReach: true })
    expect(explainReach(plainTerms, { ...record, charged: false }, askedAt)).toEqual({
      inReach: false,
      pointer: '/population/of/0',
    })
    expect(explainReach(plainTerms, record, late)).toEqual({ inReach: false, pointer: '/population/of/1' })
  })
})

test('each withheld class names its term', () => {
  const classes = explainClasses(plainTerms)
  expect(classes.filter(({ given }) => given).map(each => each.class)).toEqual(visibleClasses(plainTerms))
  expect(classes.find(each => each.class === 'origin')).toEqual({ class: 'origin', given: false, pointer: '/classes' })
  expect(classes.find(each => each.class === 'charges')).toEqual({
    class: 'charges',
    given: true,
    pointer: '/classes/2/visible',
  })
})
