import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkLine, checkNote, checkProse, isFilled, type NoteReason, requireProse } from '../../src/index.ts'
import { eachRefusal, hostileCases } from '../refusals.ts'

const field = { label: 'narrative', at: 'narrative' }

describe('free text', () => {
  test('keeps its lines, tabs, markup and every script as given: markup is text like any other', () => {
    const text = 'He said "<b>stop</b> & go".\r\n\tJosé, 李, محمد, 😀 — 100 % <3'
    expect(checkProse(text, field)).toBeUndefined()
  })

  test('of one line holds no line break', () => {
    expect(checkLine('one\ntwo', field)).toMatchObject({ reason: 'text-control' })
    expect(checkLine('2900 block Example Avenue <rear>', field)).toBeUndefined()
  })

  test('that is absent or empty passes where it is not required', () => {
    for (const text of [null, '']) expect(checkProse(text, field)).toBeUndefined()
    expect(requireProse('', field)).toMatchObject({ reason: 'text-empty' })
  })

  test('takes 20,000 characters and not one more', () => {
    expect(checkProse('x'.repeat(20_000), field)).toBeUndefined()
    expect(checkProse('x'.repeat(20_001), field)).toMatchObject({ reason: 'text-too-long' })
  })

  test('that passes holds no control, no half character and nothing that reverses reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), text => {
        if (checkProse(text, field)) return
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069\ufeff\u200b]/)
      }),
      { numRuns: 2000 },
    )
  })

  test('of letters, digits and blanks of any script always passes', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aZéß李김мω अ ا 7 '), maxLength: 50 })
    fc.assert(
      fc.property(letters, text => {
        expect(checkLine(text, field)).toBeUndefined()
      }),
    )
  })
})

describe('text is filled', () => {
  test.each(['', ' ', '\n\t', '\u200b', '\u2800', '\u3164', '\u00ad', '\ud800', null])('not by %j', text => {
    expect(isFilled(text)).toBe(false)
  })
  test.each(['a', '.', '李', '😀'])('by %j', text => {
    expect(isFilled(text)).toBe(true)
  })
})

describe('the note beside a coded reason', () => {
  test('is asked for where the code is "other", and only there', () => {
    expect(checkNote('policy', null, 'note')).toBeUndefined()
    expect(checkNote('other', 'Returned to the county that asked for him.', 'note')).toBeUndefined()
  })

  eachRefusal<NoteReason>({
    ...hostileCases(text => checkNote('policy', text, 'note')),
    'note-missing': () => checkNote('other', ' ', 'note'),
  })
})

describe('a failing property', () => {
  test('prints its seed and where to begin again', () => {
    const check = () => fc.assert(fc.property(fc.string(), () => false))
    expect(check).toThrow(/seed: -?\d+, path: "[\d:]+"/)
  })
})
