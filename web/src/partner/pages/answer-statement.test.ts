import { type AcceptanceParts, acceptanceStatement } from '@pars/terms'
import { describe, expect, test } from 'vitest'
import { statementOf } from './answer-statement.ts'

const parts: AcceptanceParts = {
  origin: 'city.example/log',
  agreement: 'removal-2017',
  version: 2,
  resolution: 'removal-2017-r3',
  action: 'amend',
  termsHash: 'a'.repeat(64),
  sqlHash: 'b'.repeat(64),
  proseHash: null,
  decision: 'accepted',
  term: null,
}
const offered = acceptanceStatement(parts)
const accept = { decision: 'accepted', term: null } as const

describe('what a partner signs', () => {
  test('accepts the very texts that this browser computed', () => {
    expect(statementOf(offered, parts, accept)).toBe(offered)
  })
  test('rejects a term of the same texts', () => {
    const rejected = { decision: 'rejected', term: 'questions' } as const
    expect(statementOf(offered, parts, rejected)).toBe(acceptanceStatement({ ...parts, ...rejected }))
  })
  test('is nothing where the texts on the page are others than those voted on', () => {
    expect(statementOf(offered, { ...parts, sqlHash: 'c'.repeat(64) }, accept)).toBeUndefined()
  })
  test('is nothing where the offer is no acceptance, or says more than one', () => {
    for (const other of [
      '{}',
      'x',
      offered.replace('pars-acceptance-1', 'pars-ballot-1'),
      offered.replace('{', '{"also":1,'),
      ` ${offered}`,
    ])
      expect(statementOf(other, parts, accept)).toBeUndefined()
  })
})
