import { describe, expect, test } from 'vitest'
import { at } from '../../tests/examples.ts'
import { eachRefusal, requiredTextCases } from '../../tests/refusals.ts'
import { refuse } from '../decision.ts'
import { addHours } from '../time/instant.ts'
import { acceptBallot, type BallotFacts, type BallotOffered, type BallotReason } from './accept-ballot.ts'
import { acceptResolution, type OpeningFacts, type OpeningReason, type ResolutionOffered } from './accept-resolution.ts'
import { type CastBallot, resolutionActions } from './resolution.ts'
import { type CarryingFacts, isLost, resolutionNeeds, resolutionStanding } from './resolution-needs.ts'

const now = at('2018-06-01T12:00:00Z')
const opening = (change: Partial<OpeningFacts> = {}): OpeningFacts => ({
  standing: 'in-force',
  newestInForce: 1,
  endsAt: at('2018-09-01T04:00:00Z'),
  sameOpen: false,
  ...change,
})
const offered = (change: Partial<ResolutionOffered> = {}): ResolutionOffered => ({
  action: 'amend',
  version: 2,
  reason: 'Addresses are not needed.',
  closesAt: at('2018-07-01T12:00:00Z'),
  ...change,
})
const open = (facts: Partial<OpeningFacts>, change: Partial<ResolutionOffered> = {}) =>
  acceptResolution(opening(facts), offered(change), now)

describe('opening a resolution', () => {
  eachRefusal<OpeningReason>({
    ...requiredTextCases(reason => open({}, { reason })),
    'agreement-ended': () => open({ standing: 'ended' }),
    'action-out-of-place': () => open({}, { action: 'resume', version: 1 }),
    'version-not-newer': () => open({}, { version: 1 }),
    'version-not-in-force': () => open({}, { action: 'suspend', version: 2 }),
    'resolution-open': () => open({ sameOpen: true }),
    'closes-too-soon': () => open({}, { closesAt: addHours(now, 0.5) }),
    'closes-too-late': () => open({ endsAt: at('2029-09-01T04:00:00Z') }, { closesAt: addHours(now, 24 * 367) }),
    'closes-after-the-end': () => open({}, { closesAt: at('2018-09-01T04:00:01Z') }),
  })

  test('nothing is voted on about an agreement that has ended', () => {
    for (const action of resolutionActions) expect(open({ standing: 'ended' }, { action }).kind).toBe('refused')
  })
  test('only an adoption begins what is a draft, and nothing is adopted twice', () => {
    const draft = { standing: 'drafted', newestInForce: null } as const
    expect(resolutionActions.filter(action => open(draft, { action, version: 1 }).kind === 'accepted')).toEqual([
      'adopt',
    ])
    expect(open({}, { action: 'adopt' }).kind).toBe('refused')
  })
})

const ballotFacts = (change: Partial<BallotFacts> = {}): BallotFacts => ({
  closesAt: at('2018-07-01T12:00:00Z'),
  ballots: [],
  statementFault: undefined,
  key: { seat: 'police', ended: false },
  ...change,
})
const ballot = (change: Partial<BallotOffered> = {}): BallotOffered => ({
  choice: 'for',
  reason: 'Enough.',
  onAuthorityOf: 'The Mayor',
  ...change,
})
const cast = (facts: Partial<BallotFacts>, change: Partial<BallotOffered> = {}, when = now) =>
  acceptBallot(ballotFacts(facts), { seat: 'police', offered: ballot(change), now: when })

const otherText = 'The signed text is another one; sign what the screen shows.'

describe('casting a ballot', () => {
  eachRefusal<BallotReason>({
    ...requiredTextCases(reason => cast({}, { reason })),
    'resolution-closed': () => cast({}, {}, at('2018-07-01T12:00:00Z')),
    'already-voted': () => cast({ ballots: [{ seat: 'police', choice: 'against' }] }),
    'key-unknown': () => cast({ key: null }),
    'key-of-another-seat': () => cast({ key: { seat: 'court', ended: false } }),
    'key-ended': () => cast({ key: { seat: 'police', ended: true } }),
    'statement-not-canonical': () => cast({ statementFault: refuse('statement-not-canonical', otherText) }),
    'statement-says-otherwise': () => cast({ statementFault: refuse('statement-says-otherwise', otherText) }),
  })

  test('one millisecond before a resolution closes a ballot still counts', () => {
    expect(cast({}, {}, at('2018-07-01T11:59:59.999Z')).kind).toBe('accepted')
  })
})

const votes = (police: string, prosecutor: string, court: string): CastBallot[] =>
  Object.entries({ police, prosecutor, court })
    .filter(([, choice]) => choice !== '-')
    .map(([seat, choice]) => ({ seat, choice }) as CastBallot)

const carrying = (change: Partial<CarryingFacts> = {}): CarryingFacts => ({
  action: 'amend',
  closesAt: at('2018-07-01T12:00:00Z'),
  ballots: votes('for', '-', 'for'),
  narrows: false,
  decision: 'accepted',
  noticeDays: 14,
  noticeEndsAt: null,
  beginsAt: at('2018-07-15T04:00:00Z'),
  unsigned: [],
  numbered: true,
  carriedOut: false,
  terminating: false,
  lapsed: false,
  ...change,
})
const needs = (change: Partial<CarryingFacts>) => resolutionNeeds(carrying(change), now).map(({ need }) => need)

describe('what a resolution still needs', () => {
  test('two ballots for it, of whichever seats, and the acceptance: then it takes effect', () => {
    expect(needs({})).toEqual([])
    expect(needs({ ballots: votes('for', '-', '-') })).toEqual(['ballots'])
    expect(needs({ ballots: votes('for', 'against', 'abstain') })).toEqual(['ballots'])
    expect(needs({ numbered: false })).toEqual(['numbers'])
  })

  test('adopting, renewing and widening need the partner; stops do not', () => {
    for (const action of resolutionActions)
      expect(needs({ action, decision: null, noticeDays: 0 }), action).toEqual(
        ['adopt', 'renew', 'amend'].includes(action) ? ['acceptance'] : [],
      )
    expect(resolutionNeeds(carrying({ decision: 'rejected' }), now)[0]?.say).toMatch(/rejected/)
  })

  test('a narrowing goes by notice, once its days have run; an adoption never does', () => {
    const narrowing = { narrows: true, decision: null } as const
    expect(needs(narrowing)).toEqual(['notice'])
    expect(needs({ ...narrowing, noticeEndsAt: at('2018-07-20T04:00:00Z') })).toEqual(['notice-period'])
    expect(needs({ ...narrowing, noticeEndsAt: at('2018-07-15T04:00:00Z') })).toEqual([])
    expect(needs({ ...narrowing, noticeDays: 0 })).toEqual([])
    expect(needs({ ...narrowing, decision: 'accepted' })).toEqual([])
    expect(needs({ ...narrowing, action: 'renew' })).toEqual(['acceptance'])
  })

  test('a law on file needs the sign-off of counsel where terms come into force', () => {
    const unsigned = [{ citation: 'Made-up Code § 1', seats: ['police'] as const }]
    expect(needs({ unsigned })).toEqual(['sign-off'])
    expect(needs({ unsigned, action: 'suspend' })).toEqual([])
  })
})

describe('where a resolution is', () => {
  const standing = (change: Partial<CarryingFacts>, when = now) => resolutionStanding(carrying(change), when)
  test.each([
    ['for', 'for', '-', 'carried'],
    ['for', '-', '-', 'open'],
    ['-', '-', '-', 'open'],
    ['for', 'against', '-', 'open'],
    ['for', 'against', 'abstain', 'failed'],
    ['against', 'abstain', '-', 'failed'],
    ['against', 'for', 'for', 'carried'],
  ])('%s, %s, %s: %s', (police, prosecutor, court, expected) => {
    expect(standing({ ballots: votes(police, prosecutor, court) })).toBe(expected)
  })
  test('silence lapses, and two ballots that lack something else lapse with it', () => {
    const closed = at('2018-07-01T12:00:00Z')
    expect(standing({ ballots: [] }, closed)).toBe('lapsed')
    expect(standing({ decision: null }, closed)).toBe('lapsed')
    expect(standing({ carriedOut: true }, closed)).toBe('carried-out')
    expect(standing({ action: 'terminate', terminating: true }, closed)).toBe('carried')
  })
  test('one seat against is not lost', () => {
    expect(isLost(votes('against', '-', '-'))).toBe(false)
  })
})
