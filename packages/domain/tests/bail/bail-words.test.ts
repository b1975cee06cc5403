import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BailOrder, bailTermWords, bailWords, depositCents, formatDollars, isHeld } from '../../src/index.ts'
import { bailOrders } from '../arbitraries.ts'
import { aBailSet } from '../examples.ts'

const refused: BailOrder = { kind: 'refused-bail', reasons: ['danger-to-others'], reasonNote: 'no bail' }

describe('B23', () => {
  test('B23: an order reads HELD or RELEASE, and never "no bail"', () => {
    fc.assert(
      fc.property(bailOrders, order => {
        const words = bailWords(order)
        expect(words).not.toMatch(/no\W*bail/i)
        expect(words).toMatch(isHeld(order) ? /^HELD - \S/ : /^RELEASE - \S/)
      }),
      { numRuns: 2000 },
    )
  })

  // A clerk once read "no bail" as "none needed" and let somebody go.
  test('B23: no text of any screen, paper, answer or command says "no bail"', () => {
    const project = new URL('../../../../', import.meta.url)
    const folders = ['packages/domain/src', 'packages/contract/src', 'server/src', 'web/src', 'cli/src', 'city/src']
    const files = folders
      .map(folder => new URL(`${folder}/`, project))
      .filter(folder => existsSync(folder))
      .flatMap(folder => readdirSync(folder, { recursive: true }).map(path => new URL(String(path), folder)))
      .filter(({ pathname }) => /\.tsx?$/.test(pathname) && !pathname.includes('.test.'))
    expect(files.length).toBeGreaterThan(100)
    const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    const saying = files.filter(file => /\bno bail\b/i.test(withoutComments(readFileSync(file, 'utf8'))))
    expect(saying.map(({ pathname }) => pathname.slice(project.pathname.length))).toEqual([])
  })

  test('B23: refused bail reads HELD - BAIL REFUSED, recognizance reads RELEASE - ROR', () => {
    expect(bailWords(refused)).toBe('HELD - BAIL REFUSED')
    expect(bailWords(aBailSet())).toBe('RELEASE - ROR')
  })

  test('B23: what must be posted is said with the amount', () => {
    const money = { types: ['monetary'] as const, amountCents: 25_000_00 }
    expect(bailWords(aBailSet({ ...money, types: ['monetary'], depositPercent: 10 }))).toBe(
      'HELD - $25,000, 10% TO POST ($2,500)',
    )
    expect(bailWords(aBailSet({ ...money, types: ['monetary'], depositPercent: 100 }))).toBe(
      'HELD - $25,000, FULL AMOUNT TO POST',
    )
  })

  test('B23: unsecured and nominal bail release, and say their amount', () => {
    expect(bailWords(aBailSet({ types: ['unsecured'], amountCents: 50_000_00 }))).toBe('RELEASE - UNSECURED $50,000')
    expect(bailWords(aBailSet({ types: ['nominal'], amountCents: 1_00 }))).toBe('RELEASE - NOMINAL $1')
  })

  test('B23: conditions show in the words, and what a condition says does not', () => {
    const conditions = [{ kind: 'other' as const, text: 'No bail bondsman may call her.' }]
    expect(bailWords(aBailSet({ conditions }))).toBe('RELEASE - ROR, CONDITIONS')
    expect(bailWords(aBailSet({ types: ['nonmonetary'], conditions }))).toBe('RELEASE - NONMONETARY CONDITIONS')
  })

  test('B23: a request reads like an order without its first word', () => {
    expect(bailTermWords({ types: ['monetary', 'nonmonetary'], amountCents: 1_000_00, depositPercent: 10 })).toBe(
      '$1,000, 10% TO POST ($100), CONDITIONS',
    )
  })
})

describe('money', () => {
  test('is written in dollars, with cents only where there are some', () => {
    expect([0, 5, 100, 1_234_567_89, 2_500_10].map(formatDollars)).toEqual([
      '$0',
      '$0.05',
      '$1',
      '$1,234,567.89',
      '$2,500.10',
    ])
  })

  test('written in dollars reads as the same cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_00 }), cents => {
        expect(Math.round(Number(formatDollars(cents).replaceAll(/[$,]/g, '')) * 100)).toBe(cents)
      }),
    )
  })

  test('to be posted is never less than its percentage, and less than a cent above it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_00 }), fc.integer({ min: 1, max: 10 }), (amount, percent) => {
        const deposit = depositCents(amount, percent) ?? -1
        expect(deposit * 100).toBeGreaterThanOrEqual(amount * percent)
        expect((deposit - 1) * 100).toBeLessThan(amount * percent)
      }),
    )
    expect(depositCents(null, 10)).toBeNull()
    expect(depositCents(1_00, null)).toBeNull()
  })
})
