import type { Instant } from '@pars/domain'
import { expect, test } from 'vitest'
import {
  type AcceptanceParts,
  acceptanceStatement,
  type BallotParts,
  ballotStatement,
  seatKeyStatement,
} from './statements.ts'

const texts = {
  origin: 'city.example/log',
  agreement: 'removal-2017',
  version: 2,
  resolution: 'removal-2017-r3',
  action: 'amend' as const,
  termsHash: 'a'.repeat(64),
  sqlHash: 'b'.repeat(64),
  proseHash: null,
}
const ballot: BallotParts = { ...texts, seat: 'court', choice: 'for', closesAt: '2018-08-31T16:00:00.000Z' as Instant }
const answer: AcceptanceParts = { ...texts, decision: 'accepted', term: null }

test('a ballot and an answer are one text each, whatever order their parts were given in', () => {
  const turned = Object.fromEntries(Object.entries(ballot).reverse()) as unknown as BallotParts
  expect(ballotStatement(turned)).toBe(ballotStatement(ballot))
  expect(ballotStatement(ballot)).toBe(
    `{"action":"amend","agreement":"removal-2017","choice":"for","closesAt":"2018-08-31T16:00:00.000Z","format":"pars-ballot-1","origin":"city.example/log","proseHash":null,"resolution":"removal-2017-r3","seat":"court","sqlHash":"${texts.sqlHash}","termsHash":"${texts.termsHash}","version":2}`,
  )
})

test('no part can be changed without changing what was signed', () => {
  const others: Partial<BallotParts>[] = [
    { origin: 'other.example/log' },
    { agreement: 'other' },
    { version: 3 },
    { resolution: 'removal-2017-r4' },
    { action: 'renew' },
    { termsHash: 'c'.repeat(64) },
    { sqlHash: 'c'.repeat(64) },
    { proseHash: 'c'.repeat(64) },
    { seat: 'police' },
    { choice: 'against' },
    { closesAt: '2018-08-31T16:00:00.001Z' as Instant },
  ]
  const signed = others.map(other => ballotStatement({ ...ballot, ...other }))
  expect(new Set([...signed, ballotStatement(ballot)]).size).toBe(others.length + 1)
})

test('no statement can stand for one of another kind', () => {
  expect(acceptanceStatement(answer)).toContain('"format":"pars-acceptance-1"')
  expect(seatKeyStatement({ origin: texts.origin, seat: 'court', holder: 'President Judge' })).toBe(
    '{"format":"pars-seat-key-1","holder":"President Judge","origin":"city.example/log","seat":"court"}',
  )
})
