import {
  answerResolution,
  castBallot,
  draftTerms,
  listOwnResolutions,
  newNonce,
  openResolution,
  ProblemError,
  viewBallotStatement,
  viewLogStatus,
  viewResolution,
} from '@pars/contract'
import type { Action, Seat, TermsName, Votes } from '../story.ts'
import { representativeOf } from './register.ts'
import { eventually, type Registered, type Stage, signText } from './stage.ts'

interface Opening {
  readonly partner: Registered
  readonly action: Action
  readonly terms: TermsName
  readonly startsOn: string
  readonly endsOn: string
  readonly closesAt: number
  readonly reason: string
}

/** Puts terms on file and opens the question about exactly them. */
export const draftAndOpen = async (
  stage: Stage,
  opening: Opening,
): Promise<{ resolutionId: string; entryId: string }> => {
  const { partner, action, startsOn, endsOn, closesAt, reason } = opening
  const { about, partnerId } = partner
  const { criminalJustice: _, ...unit } = about.unit
  const version = partner.version + 1
  const terms = stage.options.terms[opening.terms]({
    agreement: about.agreement,
    version,
    partner: about.name,
    units: [unit],
    startsOn,
    endsOn,
  })
  const solicitor = await stage.as('city-solicitor')
  const prose = `The agreement with ${about.name}, as its terms say. Made up for a rehearsal.`
  const { agreementId } = await solicitor.call(draftTerms, { body: { partnerId, terms, prose } })
  partner.agreementId = agreementId
  partner.version = version
  const body = { agreementId, version, action, reason, closesAt: new Date(closesAt).toISOString() }
  const { resolutionId, receipt } = await solicitor.call(openResolution, { body })
  return { resolutionId, entryId: receipt.entryId }
}

/** Each seat's one signed ballot. Answers the last entry. */
export const vote = async (stage: Stage, resolutionId: string, votes: Votes): Promise<string> => {
  let entryId = ''
  for (const [seat, { choice, reason }] of Object.entries(votes) as [Seat, { choice: 'for'; reason: string }][]) {
    const key = stage.seatKeys.get(seat)
    if (!key) throw new Error(`${seat} has no key`)
    const client = await stage.as(representativeOf(seat))
    const params = { resolutionId }
    const { statement } = await client.call(viewBallotStatement, { params, query: { choice, seat } })
    const body = {
      choice,
      reason,
      onAuthorityOf: `The head of the ${seat} seat`,
      keyId: key.keyId,
      statement,
      signature: signText(key, statement),
      passkey: null,
    }
    entryId = (await client.call(castBallot, { params, body })).receipt.entryId
  }
  return entryId
}

/** The partner's door opens a moment after the partner was registered: until then nobody has its key. */
const isDoorClosed = (error: unknown): boolean =>
  error instanceof ProblemError && [401, 502, 503].includes(error.problem.status)

/** The partner signs exactly what was voted on. */
export const accept = async ({ client, key, officerId }: Registered, resolutionId: string): Promise<void> => {
  const statement = await eventually('the statement to accept', async () => {
    try {
      const { resolutions } = await client.call(listOwnResolutions)
      return resolutions.find(each => each.resolutionId === resolutionId)?.statement ?? undefined
    } catch (error) {
      if (isDoorClosed(error)) return undefined
      throw error
    }
  })
  const signed = { statement, keyId: key.keyId, signature: signText(key, statement) }
  const body = { ...signed, decision: 'accepted', term: null, reason: null, officer: officerId, nonce: newNonce() }
  await client.call(answerResolution, { params: { resolutionId }, body })
}

/** Waits until a resolution stands so. */
export const stands = async (stage: Stage, resolutionId: string, standing: string): Promise<void> => {
  const clerk = await stage.as('court-clerk')
  await eventually(`"${standing}"`, async () => {
    const seen = await clerk.call(viewResolution, { params: { resolutionId } })
    return seen.standing === standing ? true : undefined
  })
}

/** An agreement is in force once two of three have confirmed its entry; where not every seat has a cosigner yet, at once. */
export const confirmed = async (stage: Stage, number: number): Promise<void> => {
  const clerk = await stage.as('court-clerk')
  await eventually('the confirmation of an agreement', async () => {
    const status = await clerk.call(viewLogStatus)
    const isAsked = status.cosigners.length === 3
    return !isAsked || (status.confirmed?.size ?? 0) >= number ? true : undefined
  })
}
