import type { PartnerRow } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { classesOfRow, nameOfRow } from './facts-of-row.ts'

const identity = {
  last: 'Larch',
  first: 'Quill',
  middle: null,
  suffix: 'Jr.',
  bornOn: '1990-02-03',
  sex: 'male',
  policeNumber: null,
}

describe('a row of an answer', () => {
  test('says nothing of a class that was not given', () => {
    const row: PartnerRow = { identity, charges: [] }
    expect(classesOfRow(row).map(each => each.class)).toEqual(['identity', 'charges'])
    expect(JSON.stringify(classesOfRow(row))).not.toMatch(/address|origin|bail/i)
  })
  test('says that a class was given and holds nothing', () => {
    expect(classesOfRow({ origin: null })).toEqual([
      { class: 'origin', facts: [{ label: '', text: 'nothing on record' }] },
    ])
    expect(classesOfRow({ custody: {} })[0]?.facts[0]?.text).toBe('no departure on record')
  })
  test('writes a name as the record does, and leaves out what it lacks', () => {
    expect(nameOfRow({ identity })).toBe('Larch, Quill, Jr.')
    expect(classesOfRow({ identity })[0]?.facts.map(({ label }) => label)).toEqual(['Name', 'Born', 'Sex'])
  })
})
