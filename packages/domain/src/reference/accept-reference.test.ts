import { describe, expect, test } from 'vitest'
import { day } from '../../tests/examples.ts'
import { eachRefusal, requiredTextCases } from '../../tests/refusals.ts'
import { acceptReference, type LoadReason } from './accept-reference.ts'
import type { ReferenceTables, RowOf } from './reference-tables.ts'

const always = { validFrom: day('1900-01-01'), validTo: null }
const none: ReferenceTables = { districts: [], rooms: [], alarms: [], statutes: [], grades: [] }
const aDistrict = (change: Partial<RowOf<'districts'>> = {}): RowOf<'districts'> => ({
  code: '25',
  name: '25th District',
  division: 'East',
  ...always,
  ...change,
})
const aRoom = (change: Partial<RowOf<'rooms'>> = {}): RowOf<'rooms'> => ({
  room: 'B-08',
  court: 'arraignment',
  ...always,
  ...change,
})
const aStatute = (change: Partial<RowOf<'statutes'>> = {}): RowOf<'statutes'> => ({
  statute: '18 § 2702 §§ A1',
  description: 'Aggravated Assault',
  chapterGroup: 'Assault',
  ...always,
  ...change,
})

const ofCourt = (offered: Partial<ReferenceTables>, stored: Partial<ReferenceTables> = {}) =>
  acceptReference({ ...none, ...stored }, 'court', { ...none, ...offered })
const ofPolice = (offered: Partial<ReferenceTables>, stored: Partial<ReferenceTables> = {}) =>
  acceptReference({ ...none, ...stored }, 'police', { ...none, ...offered })

describe('loading reference data', () => {
  eachRefusal<LoadReason>({
    ...requiredTextCases(name => ofPolice({ districts: [aDistrict({ name })] })),
    'not-your-reference': () => ofPolice({ rooms: [aRoom()] }),
    'district-code-shape': () => ofPolice({ districts: [aDistrict({ code: '6' })] }),
    'statute-shape': () => ofCourt({ statutes: [aStatute({ statute: 'assault' })] }),
    'range-empty': () => ofCourt({ rooms: [aRoom({ validTo: day('1900-01-01') })] }),
    'range-overlaps': () => ofCourt({ rooms: [aRoom({ court: 'municipal' })] }, { rooms: [aRoom()] }),
  })

  test('a row that stands word for word changes nothing, and equal rows of one load are one row', () => {
    expect(ofCourt({ rooms: [aRoom(), aRoom()] }, { rooms: [aRoom()] })).toEqual({
      kind: 'accepted',
      added: none,
      ended: none,
      alreadyThere: 2,
    })
    expect(ofCourt({ rooms: [aRoom(), aRoom()] })).toMatchObject({ added: { rooms: [aRoom()] }, alreadyThere: 1 })
  })

  test('a code may hold again after a gap, or differently from the day on which it ended', () => {
    const first = aDistrict({ validTo: day('2024-05-01') })
    const next = aDistrict({ name: '25th and 26th District', validFrom: day('2024-05-01') })
    expect(ofPolice({ districts: [next] }, { districts: [first] })).toMatchObject({ added: { districts: [next] } })
    expect(ofPolice({ districts: [first, next] })).toMatchObject({ added: { districts: [first, next] } })
  })

  test('two rows of one load may not overlap either', () => {
    const inside = aDistrict({ name: 'another', validFrom: day('2020-01-01'), validTo: day('2021-01-01') })
    expect(ofPolice({ districts: [aDistrict(), inside] })).toMatchObject({
      reason: 'range-overlaps',
      at: 'districts.1',
    })
    expect(ofPolice({ districts: [inside, aDistrict()] })).toMatchObject({
      reason: 'range-overlaps',
      at: 'districts.1',
    })
  })

  test('a row that stood open is ended by the same row with its end, once', () => {
    const ended = aDistrict({ validTo: day('2024-05-01') })
    const loaded = ofPolice({ districts: [ended, ended] }, { districts: [aDistrict()] })
    expect(loaded).toMatchObject({ added: none, ended: { districts: [ended] }, alreadyThere: 1 })
    expect(ofPolice({ districts: [aDistrict()] }, { districts: [ended] })).toMatchObject({ reason: 'range-overlaps' })
    const again = aDistrict({ validTo: day('2025-05-01') })
    expect(ofPolice({ districts: [again] }, { districts: [ended] })).toMatchObject({ reason: 'range-overlaps' })
  })

  test('citations and descriptions of court files are read as the courts print them, neither lost nor doubled', () => {
    const garbled = aStatute({ statute: '18 ยง 2702 ยงยง A1', description: 'Aggravated  Assault ' })
    expect(ofCourt({ statutes: [garbled] }, { statutes: [aStatute()] })).toMatchObject({ added: none, alreadyThere: 1 })
    expect(ofCourt({ statutes: [garbled] })).toMatchObject({ added: { statutes: [aStatute()] } })
  })

  test('one citation may carry several descriptions on the same days', () => {
    const other = aStatute({ description: 'Aggravated Assault: Attempt' })
    expect(ofCourt({ statutes: [other] }, { statutes: [aStatute()] })).toMatchObject({ added: { statutes: [other] } })
  })
})
