import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatId,
  idPattern,
  idPrefixes,
  parseDcNumber,
  parseDocketNumber,
  parseId,
  parseOtn,
  parsePoliceNumber,
  parseSsn,
  parseStatute,
} from '../../src/index.ts'
import { day } from '../examples.ts'

const today = day('2026-01-06')
const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map(all => all.join(''))
const capital = fc.integer({ min: 65, max: 90 }).map(code => String.fromCharCode(code))

describe('an Offense Tracking Number', () => {
  test('is stored as one letter and seven digits, however a paper spells it', () => {
    fc.assert(
      fc.property(capital, digits(6), digits(1), fc.constantFrom('', ' '), fc.constantFrom('', '-'), (...parts) => {
        const [letter, six, check, space, dash] = parts
        expect(parseOtn(`${letter}${space}${six}${dash}${check}`)).toBe(`${letter}${six}${check}`)
      }),
    )
  })

  test('in stored form reads as itself, and never fails for its check digit, whose rule is not public', () => {
    fc.assert(
      fc.property(capital, digits(7), (letter, seven) => {
        expect(parseOtn(letter + seven)).toBe(letter + seven)
      }),
    )
  })

  test.each(['q333333-0', '3333330', 'QQ333330', 'Q33333-0', 'Q333333--0', 'Q333333 0', ''])('is not %s', text => {
    expect(parseOtn(text)).toBeUndefined()
  })
})

describe('a DC number', () => {
  test('is stored with 12 digits, and its 10 digits on dockets belong to the newest century that has begun', () => {
    expect(parseDcNumber('201212074472', today)).toBe('201212074472')
    expect(parseDcNumber('1212074472', today)).toBe('201212074472')
    expect(parseDcNumber('9912074472', today)).toBe('199912074472')
    expect(parseDcNumber('12-12-074472', today)).toBe('201212074472')
  })

  test('of 12 digits reads as itself from 1900 to this year, and of no year to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), digits(8), (year, rest) => {
        expect(parseDcNumber(`${year}${rest}`, today)).toBe(year <= 2026 ? `${year}${rest}` : undefined)
      }),
    )
  })

  test('shortened by its century reads as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1927, max: 2026 }), digits(8), (year, rest) => {
        expect(parseDcNumber(`${year}${rest}`.slice(2), today)).toBe(`${year}${rest}`)
      }),
    )
  })

  test.each(['20121207447', '2012120744721', '2012 DD 074472', '189912074472', '-201212074472', ''])(
    'is not %s',
    text => {
      expect(parseDcNumber(text, today)).toBeUndefined()
    },
  )
})

describe('a docket number', () => {
  test('is the court’s own, of the Municipal Court of Philadelphia', () => {
    expect(parseDocketNumber(' MC-51-CR-0000001-2026 ')).toEqual({
      docketNumber: 'MC-51-CR-0000001-2026',
      kind: 'CR',
      year: 2026,
    })
  })

  test('once held the month in its serial, so nothing is read from that', () => {
    expect(parseDocketNumber('MC-51-CR-1101021-2003')).toMatchObject({ year: 2003 })
  })

  test.each([
    'CP-51-CR-0000001-2026',
    'MC-50-CR-0000001-2026',
    'MC-51-XX-0000001-2026',
    'MC-51-CR-000001-2026',
    'mc-51-cr-0000001-2026',
    'MC-51-CR-0000001-26',
  ])('is not %s', text => {
    expect(parseDocketNumber(text)).toBeUndefined()
  })
})

describe('a Social Security number', () => {
  test('is stored as nine digits', () => {
    for (const text of ['000-12-3456', '000 12 3456', '000123456']) expect(parseSsn(text)).toBe('000123456')
  })

  test.each(['000-12 3456', '00-012-3456', '00012345', '0001234567', 'none'])('is not %s', text => {
    expect(parseSsn(text)).toBeUndefined()
  })
})

describe('a police photo number', () => {
  test('has up to seven digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }).chain(digits), text => {
        expect(parsePoliceNumber(text)).toBe(text.length <= 7 ? text : undefined)
      }),
    )
  })
})

describe('a citation', () => {
  test.each([
    ['18 § 2702 §§ A1', '18 § 2702 §§ A1'],
    ['18§2702§§A1', '18 § 2702 §§ A1'],
    ['18  §  2702  §§  A1', '18 § 2702 §§ A1'],
    ['18 Pa.C.S. § 2702(a)(1)', '18 § 2702 §§ A1'],
    ['18 Pa. C. S. A. § 907', '18 § 907'],
    ['35 P.S. § 780-113(a)(30)', '35 § 780-113 §§ A30'],
    ['18 Â§ 2702 Â§Â§ A1', '18 § 2702 §§ A1'],
    ['18 Ã‚Â§ 2701', '18 § 2701'],
    ['18\u00a0§\u00a02701', '18 § 2701'],
    ['LO § 10-604', 'LO § 10-604'],
  ])('%s is stored as the courts print it', (text, stored) => {
    expect(parseStatute(text)).toBe(stored)
  })

  test('in stored form reads as itself', () => {
    const subsection = fc.stringMatching(/^[A-Z][0-9]{1,2}$/)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 9999 }),
        subsection,
        (title, section, sub) => {
          const stored = `${title} § ${section} §§ ${sub}`
          expect(parseStatute(stored)).toBe(stored)
        },
      ),
    )
  })

  test.each(['assault', '18 2702', '§ 2702', '18 § ', ''])('is not %s', text => {
    expect(parseStatute(text)).toBeUndefined()
  })
})

describe('a public id', () => {
  test('goes to the database’s uuid and back', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...idPrefixes), (uuid, prefix) => {
        expect(parseId(prefix, formatId(prefix, uuid))).toBe(uuid)
        expect(formatId(prefix, uuid)).toMatch(idPattern(prefix))
      }),
    )
  })

  test('of one kind is none of another', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...idPrefixes), fc.constantFrom(...idPrefixes), (uuid, one, other) => {
        fc.pre(one !== other)
        expect(() => parseId(other, formatId(one, uuid))).toThrow(RangeError)
      }),
    )
  })

  test('with one character changed, missing or added is no id', () => {
    for (const id of [
      'arr_',
      `arr_${'0'.repeat(31)}`,
      `arr_${'0'.repeat(33)}`,
      `arr_${'G'.repeat(32)}`,
      `arr_${'A'.repeat(32)}`,
    ])
      expect(() => parseId('arr', id)).toThrow(RangeError)
  })
})
