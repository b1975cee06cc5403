import { describe, expect, test } from 'vitest'
import { acceptHold, type HoldLiftReason, type HoldReason, holdKinds, liftHold } from '../../src/index.ts'
import { eachRefusal, requiredTextCases } from '../refusals.ts'

const warrant = { kind: 'bench-warrant', issuer: 'Court of Common Pleas', reference: 'CP-51-MD-1' } as const
const facts = { left: false, alreadyOpen: false }
const record = (hold: Partial<Parameters<typeof acceptHold>[1]> = {}, change: Partial<typeof facts> = {}) =>
  acceptHold({ ...facts, ...change }, { ...warrant, ...hold })
const lift = (reason: string, change: object = {}) => liftHold({ found: true, lifted: false, ...change }, { reason })

describe('a hold', () => {
  test.each([...holdKinds])('of the kind %s is recorded with its issuer', kind => {
    expect(record({ kind })).toEqual({ kind: 'accepted' })
  })

  test('has a kind only where the paper binds: a mere request of another agency is no hold', () => {
    expect([...holdKinds].sort()).toEqual([
      'bench-warrant',
      'judicial-warrant',
      'other-jurisdiction',
      'probation-parole-detainer',
    ])
  })

  test('may lack its number, except a warrant that a judge signed', () => {
    expect(record({ reference: null })).toEqual({ kind: 'accepted' })
    expect(record({ kind: 'judicial-warrant', reference: ' ' })).toMatchObject({
      reason: 'judicial-warrant-without-reference',
    })
  })

  eachRefusal<HoldReason>({
    ...requiredTextCases(issuer => record({ issuer })),
    'person-has-left': () => record({}, { left: true }),
    'hold-exists': () => record({}, { alreadyOpen: true }),
    'judicial-warrant-without-reference': () => record({ kind: 'judicial-warrant', reference: null }),
  })
})

describe('lifting a hold', () => {
  test('needs the reason: the paper by which its issuer gave it up', () => {
    expect(lift('Warrant withdrawn by order of January 6.')).toEqual({ kind: 'accepted' })
  })

  eachRefusal<HoldLiftReason>({
    ...requiredTextCases(reason => lift(reason)),
    'hold-unknown': () => lift('Withdrawn.', { found: false }),
    'already-lifted': () => lift('Withdrawn.', { lifted: true }),
  })
})
