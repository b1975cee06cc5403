import { createHash } from 'node:crypto'
import type { Instant } from '@pars/domain'
import { expect, test } from 'vitest'
import {
  type AcceptanceParts,
  acceptanceStatement,
  type BallotParts,
  ballotStatement,
  type CaseParts,
  caseStatement,
  checkAcceptance,
  checkBallot,
  checkCase,
  hashText,
} from '../src/index.ts'

const texts = {
  origin: 'city.pars/record/0123',
  agreement: 'sample-2018',
  version: 2,
  resolution: 'sample-2018-r3',
  action: 'amend' as const,
  termsHash: 'a'.repeat(64),
  sqlHash: 'b'.repeat(64),
  proseHash: null,
}
const ballot: BallotParts = { ...texts, seat: 'court', choice: 'for', closesAt: '2018-08-31T16:00:00.000Z' as Instant }
const answer: AcceptanceParts = { ...texts, decision: 'accepted', term: null }
const registered: CaseParts = {
  origin: texts.origin,
  unit: 'sample-unit',
  kind: 'incident',
  value: '201825000123',
  purpose: 'criminal-investigation',
  endsAt: '2018-08-31T16:00:00.000Z' as Instant,
}

/** Every part of a ballot, changed: what a replay, a mix of versions or another seat's vote would say. */
const others: [part: keyof BallotParts, value: unknown][] = [
  ['origin', 'other.pars/record/0123'],
  ['agreement', 'other'],
  ['version', 1],
  ['resolution', 'sample-2018-r4'],
  ['action', 'renew'],
  ['termsHash', 'c'.repeat(64)],
  ['sqlHash', 'c'.repeat(64)],
  ['proseHash', 'c'.repeat(64)],
  ['seat', 'police'],
  ['choice', 'against'],
  ['closesAt', '2018-08-31T16:00:00.001Z'],
]

test('a ballot passes that says exactly what is voted on', () => {
  expect(checkBallot(ballotStatement(ballot), ballot)).toBeUndefined()
  expect(others.map(([part]) => part).sort()).toEqual(Object.keys(ballot).sort())
})

test.each(others)('a ballot that was signed for another %s is refused by that name', (part, value) => {
  const signed = ballotStatement({ ...ballot, [part]: value } as BallotParts)
  expect(checkBallot(signed, ballot)).toMatchObject({ reason: 'statement-says-otherwise', at: part })
})

test('no statement passes for one of another kind', () => {
  expect(checkBallot(acceptanceStatement(answer), ballot)).toMatchObject({ reason: 'statement-says-otherwise' })
  expect(checkAcceptance(ballotStatement(ballot), answer)).toMatchObject({ reason: 'statement-says-otherwise' })
  expect(checkCase(ballotStatement(ballot), registered)).toMatchObject({ reason: 'statement-says-otherwise' })
})

test('a statement in another spelling, with more in it, or none at all is refused', () => {
  const signed = ballotStatement(ballot)
  for (const spelling of [
    ` ${signed}`,
    signed.replace('"version":2', '"version":2.0'),
    signed.replace(':2}', ': 2}'),
    '',
    'null',
    '[]',
  ])
    expect(checkBallot(spelling, ballot)).toMatchObject({ reason: 'statement-not-canonical' })
  const more = signed.replace('{', '{"aside":"for a favor",')
  expect(checkBallot(more, ballot)).toMatchObject({ reason: 'statement-says-otherwise', at: 'aside' })
})

test('a rejection names its term, and the registration of a case its end', () => {
  const rejected: AcceptanceParts = { ...answer, decision: 'rejected', term: '/onward' }
  expect(checkAcceptance(acceptanceStatement(rejected), rejected)).toBeUndefined()
  expect(checkAcceptance(acceptanceStatement(rejected), answer)).toMatchObject({ at: 'decision' })
  expect(caseStatement(registered)).toBe(
    '{"endsAt":"2018-08-31T16:00:00.000Z","format":"pars-case-1","kind":"incident","origin":"city.pars/record/0123","purpose":"criminal-investigation","unit":"sample-unit","value":"201825000123"}',
  )
  expect(checkCase(caseStatement({ ...registered, value: '201825000124' }), registered)).toMatchObject({ at: 'value' })
})

test('what is signed is the hash of the statement', () => {
  const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
  const signed = ballotStatement(ballot)
  expect(hashText(sha256, signed)).toBe(createHash('sha256').update(signed).digest('hex'))
})
