import { type BallotChoice, isPuttingInForce, type Seat } from '@pars/domain'
import { ballotStatement, compileAgreement, parseTermsText } from '@pars/terms'
import { base64UrlOf } from '../../signing/base64.ts'
import { bytesOf, hexOf, sha256, sha256Hex, withDigests } from '../../signing/digest.ts'
import type { VersionView } from '../terms/read-terms.ts'
import type { Resolution } from './seat-votes.tsx'

/** One thing that this browser computed for itself, beside what the resolution says. */
export interface Check {
  what: 'terms' | 'sql' | 'compiled' | 'prose'
  computed: string
  expected: string
}
export const isSame = ({ computed, expected }: Check): boolean => computed === expected

type Voted = Pick<Resolution, 'termsHash' | 'sqlHash' | 'proseHash'>
type Texts = Pick<VersionView, 'termsText' | 'sql' | 'prose'>

/** The prose beside the data, where the one on the page or the one voted on exists. */
const checkProse = async ({ proseHash }: Voted, { prose }: Texts): Promise<Check[]> =>
  prose === null && proseHash === null
    ? []
    : [{ what: 'prose', computed: prose === null ? '' : await sha256Hex(prose), expected: proseHash ?? '' }]

/**
 * What a representative need not take from the server: the hash of the terms on the screen, of the SQL on file, and of the SQL that
 * this browser compiles from those terms by itself.
 */
export const checkTexts = async (voted: Voted, texts: Texts): Promise<Check[]> => {
  const parsed = parseTermsText(texts.termsText)
  const compiled =
    parsed.kind === 'parsed' ? await withDigests(digest => compileAgreement(parsed.terms, digest).sqlHash) : ''
  return [
    { what: 'terms', computed: await sha256Hex(texts.termsText), expected: voted.termsHash },
    { what: 'sql', computed: await sha256Hex(texts.sql), expected: voted.sqlHash },
    { what: 'compiled', computed: compiled, expected: voted.sqlHash },
    ...(await checkProse(voted, texts)),
  ]
}

/** Whether the texts are those of the resolution. An agreement that is only stopped needs no newly compiled SQL. */
export const mayVoteOn = (checks: readonly Check[], action: Resolution['action']): boolean =>
  checks.every(check => isSame(check) || (check.what === 'compiled' && !isPuttingInForce(action)))

interface BallotOf {
  origin: string
  seat: Seat
  choice: BallotChoice
  prose: string | null
}

/** The one statement that a ballot of this seat and choice signs, made here and not taken from the server; and its hash. */
export const ballotOf = async (resolution: Resolution, { origin, seat, choice, prose }: BallotOf) => {
  const statement = ballotStatement({
    origin,
    agreement: resolution.agreement.code,
    version: resolution.agreement.version,
    resolution: resolution.code,
    action: resolution.action,
    termsHash: resolution.termsHash,
    sqlHash: resolution.sqlHash,
    proseHash: prose === null ? null : await sha256Hex(prose),
    seat,
    choice,
    closesAt: resolution.closesAt,
  })
  const digest = await sha256(bytesOf(statement))
  return { statement, statementHash: hexOf(digest), challenge: base64UrlOf(digest) }
}
