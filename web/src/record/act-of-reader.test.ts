import { nextActs } from '@pars/domain'
import { expect, test } from 'vitest'
import { actOfReader, deskOf, docketInWork } from './act-of-reader.ts'

type Given = Parameters<typeof actOfReader>[0]
const record = (next: string | null, may: string[]) =>
  ({ custody: { next: next && { party: 'court', act: next } }, may }) as unknown as Given

test('those whose turn it is get the act that the record waits for', () => {
  expect(actOfReader(record('complaint.file', ['complaint.file', 'listing.add']))).toBe('complaint.file')
})

test('somebody else’s turn gives no act', () => {
  expect(actOfReader(record('complaint.file', ['arrest.correct']))).toBeUndefined()
  expect(actOfReader(record(null, ['arrest.correct']))).toBeUndefined()
})

test('a bail fact may be entered before its hearing, by those whose fact it is', () => {
  expect(actOfReader(record('arraignment.hold', ['bail.defense-request']))).toBe('bail.defense-request')
  expect(actOfReader(record('arraignment.hold', ['arraignment.hold', 'bail.set']))).toBe('arraignment.hold')
})

test('every act that a record can wait for has its desk', () => {
  const desks = Object.values(nextActs).flatMap(next => (next ? [[next.act, deskOf(next.act)]] : []))
  expect(Object.fromEntries(desks)).toEqual({
    'arrest.report': 'booking',
    'charging.take': 'charging',
    'charging.decide': 'charging',
    'complaint.make': 'charging',
    'complaint.file': 'court',
    'listing.add': 'court',
    'arraignment.hold': 'hearing',
    'bail.set': 'hearing',
    'departure.propose': 'release',
    'departure.confirm': 'release',
    'departure.acknowledge': 'release',
  })
})

test('a hearing is about the docket that has no order yet', () => {
  const docket = (docketId: string, order: object | null) => ({ docketId, bail: { order } })
  const dockets = (...all: object[]) => ({ dockets: all }) as Parameters<typeof docketInWork>[0]
  expect(docketInWork(dockets(docket('dkt_1', {}), docket('dkt_2', null)))).toMatchObject({ docketId: 'dkt_2' })
  expect(docketInWork(dockets(docket('dkt_1', {}), docket('dkt_2', {})))).toMatchObject({ docketId: 'dkt_2' })
  expect(docketInWork(dockets())).toBeUndefined()
})
