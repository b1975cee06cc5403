import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ArrestReport,
  canonicalReport,
  canonicalText,
  normalizeReport,
  type PoliceChargeId,
} from '../../src/index.ts'
import { reports } from '../arbitraries.ts'
import { aReport, day, now, policeChargeId } from '../examples.ts'

/** What counts of a report: identifiers in stored form, the ids of its charges left out. */
const meaningOf = (report: ArrestReport) => ({
  ...normalizeReport(report, day('2026-01-06')),
  charges: normalizeReport(report, day('2026-01-06')).charges.map(({ policeChargeId: _, ...charge }) => charge),
})
const isSame = (one: ArrestReport, other: ArrestReport): boolean => {
  try {
    expect(meaningOf(one)).toEqual(meaningOf(other))
    return true
  } catch {
    return false
  }
}

describe('the canonical text of a report', () => {
  test('is one text for the same report and another for every other', () => {
    fc.assert(
      fc.property(reports, reports, (one, other) => {
        expect(canonicalReport(one, now) === canonicalReport(other, now)).toBe(isSame(one, other))
      }),
    )
  })

  test('is another as soon as one field is', () => {
    const keys = Object.keys(aReport()) as (keyof ArrestReport)[]
    fc.assert(
      fc.property(reports, reports, fc.constantFrom(...keys), (one, other, key) => {
        const mixed = { ...one, [key]: other[key] }
        expect(canonicalReport(one, now) === canonicalReport(mixed, now)).toBe(isSame(one, mixed))
      }),
    )
  })

  test('does not depend on the order in which its members came, nor on the ids that we gave its charges', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, item]) => [key, shuffled(item)]),
      )
    }
    fc.assert(
      fc.property(reports, fc.nat(), (report, number) => {
        const charges = report.charges.map(charge => ({
          ...charge,
          policeChargeId: policeChargeId(number) as PoliceChargeId,
        }))
        expect(canonicalReport(shuffled({ ...report, charges }) as ArrestReport, now)).toBe(
          canonicalReport(report, now),
        )
      }),
    )
  })

  test('is the same for two spellings of one identifier', () => {
    const spelled = aReport({ otn: 'Q 333333-0', incidents: ['26-25-000123'] })
    expect(canonicalReport(spelled, now)).toBe(canonicalReport(aReport({ otn: 'Q3333330' }), now))
  })

  test('tells apart names that only look alike', () => {
    const named = (last: string) => {
      const report = aReport()
      return canonicalReport(
        {
          ...report,
          person: { ...report.person, names: [{ kind: 'true', last, first: null, middle: null, suffix: null }] },
        },
        now,
      )
    }
    expect(named('Jose\u0301')).not.toBe(named('José'))
    expect(named("O'Neil")).not.toBe(named('O’Neil'))
  })
})

describe('the canonical text of a value', () => {
  test('treats what is absent and what is undefined alike, and null as a value of its own', () => {
    expect(canonicalText({ a: undefined, b: 1 })).toBe(canonicalText({ b: 1 }))
    expect(canonicalText({ a: null, b: 1 })).not.toBe(canonicalText({ b: 1 }))
  })
})
