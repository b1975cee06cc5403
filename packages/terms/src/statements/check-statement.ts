import { type Refused, refuse } from '@pars/domain'
import type { Json } from '../canonical-text.ts'
import { type CaseParts, caseStatement } from './case-statement.ts'
import { type AcceptanceParts, acceptanceStatement, type BallotParts, ballotStatement } from './statements.ts'

export type StatementReason = 'statement-not-canonical' | 'statement-says-otherwise'

type Said = { readonly [key: string]: Json }

const read = (statement: string): Said | undefined => {
  try {
    const said: unknown = JSON.parse(statement)
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as Said) : undefined
  } catch {
    return undefined
  }
}

/** Compares a signed text with the one that should have been signed; undefined where they are the same, byte for byte. */
const checkStatement = (statement: string, expected: string): Refused<StatementReason> | undefined => {
  if (statement === expected) return undefined
  const [said, should] = [read(statement), read(expected)]
  if (said === undefined || should === undefined)
    return refuse('statement-not-canonical', 'The signed text is no statement; sign again what the screen shows.')
  const keys = [...new Set([...Object.keys(should), ...Object.keys(said)])].sort()
  const field = keys.find(key => !Object.hasOwn(said, key) || !Object.hasOwn(should, key) || said[key] !== should[key])
  return field === undefined
    ? refuse(
        'statement-not-canonical',
        'The signed text says the right thing in another spelling; sign the canonical text.',
      )
    : refuse(
        'statement-says-otherwise',
        `The signed text says something else about "${field}"; sign for what is voted on.`,
        field,
      )
}

/** Whether a signed text is the ballot that it is cast as. For casting, cosigner and verifier alike. */
export const checkBallot = (statement: string, ballot: BallotParts): Refused<StatementReason> | undefined =>
  checkStatement(statement, ballotStatement(ballot))

export const checkAcceptance = (statement: string, acceptance: AcceptanceParts): Refused<StatementReason> | undefined =>
  checkStatement(statement, acceptanceStatement(acceptance))

export const checkCase = (statement: string, registered: CaseParts): Refused<StatementReason> | undefined =>
  checkStatement(statement, caseStatement(registered))
