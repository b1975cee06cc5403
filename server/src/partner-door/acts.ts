import {
  answerResolution,
  fulfilObligation,
  listLetters,
  listOwnObligations,
  listOwnResolutions,
  registerCase,
  sendLetter,
} from '@pars/contract'
import { formatId, type Instant, type PlainDate, parseId, type ResolutionAction } from '@pars/domain'
import { acceptanceStatement, checkAcceptance, checkCase, type PurposeCode, purposeCodes } from '@pars/terms'
import type { QueryResultRow } from 'pg'
import { findRow, listRows } from '../db/direct.ts'
import type { Statement } from '../db/statement.ts'
import { HttpProblem } from '../http/problem.ts'
import { actingOfficer, uuidOrNull } from './acting-officer.ts'
import {
  callAnswerResolution,
  callFulfil,
  callReadNotices,
  callReadObligations,
  callReadResolutions,
  callRegisterCase,
  callServeNotice,
  type LetterRow,
  type ObligationRow,
  type ResolutionRow,
} from './acts.sql.ts'
import type { PartnerDoor } from './door.ts'
import type { PartnerRole } from './partner-pools.ts'
import { type PartnerRoute, page } from './route.ts'
import { checkSigned } from './signed-statement.ts'

const rowsOf = <R>(door: PartnerDoor, partner: PartnerRole, statement: Statement): Promise<(R & QueryResultRow)[]> =>
  listRows<R & QueryResultRow>(door.pools.of(partner), statement)

type Refusals = Readonly<Record<string, readonly [status: number, reason: string, say: string]>>

/** Does an act by one of the partner's own functions. What the database refuses by a code of ours is said as a problem. */
const act = async (
  door: PartnerDoor,
  partner: PartnerRole,
  statement: Statement,
  refusals: Refusals,
): Promise<string> => {
  try {
    const row = await findRow<{ id: string }>(door.pools.of(partner), statement)
    if (row) return row.id
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const refused = refusals[code]
    if (refused) throw new HttpProblem(...refused)
    throw error
  }
  throw new Error('an act gave no id')
}

const ours = (row: ResolutionRow, origin: string) => ({
  origin,
  agreement: row.agreement,
  version: row.version,
  resolution: row.code,
  action: row.action as ResolutionAction,
  termsHash: row.terms_hash,
  sqlHash: row.sql_hash,
  proseHash: row.prose_hash,
})

const noSuchResolution = [404, 'no-such-resolution', 'No resolution about your terms has this id. Check it.'] as const

const resolutions = page(listOwnResolutions, async ({ door, asker }) => ({
  resolutions: (await rowsOf<ResolutionRow>(door, asker.partner, callReadResolutions)).map(row => ({
    resolutionId: formatId('res', row.resolution_id),
    code: row.code,
    agreement: row.agreement,
    version: row.version,
    action: row.action,
    termsHash: row.terms_hash,
    sqlHash: row.sql_hash,
    closesAt: row.closes_at as Instant,
    decision: row.decision,
    statement: ['adopt', 'renew', 'amend'].includes(row.action)
      ? acceptanceStatement({ ...ours(row, door.settings.city.origin), decision: 'accepted', term: null })
      : null,
  })),
}))

const answer = page(answerResolution, async ({ door, asker, parsed: { params, body } }) => {
  const officer = await actingOfficer(door, asker, body.officer, true)
  const resolutionId = parseId('res', params.resolutionId)
  const rows = await rowsOf<ResolutionRow>(door, asker.partner, callReadResolutions)
  const row = rows.find(each => each.resolution_id === resolutionId)
  if (!row) throw new HttpProblem(...noSuchResolution)
  const { decision, term, reason } = body
  const fault = checkAcceptance(body.statement, { ...ours(row, door.settings.city.origin), decision, term })
  const signed = await checkSigned(door, asker, body, fault)
  const id = await act(
    door,
    asker.partner,
    callAnswerResolution({ ...signed, resolutionId, decision, term, reason, officer }),
    {
      PA071: noSuchResolution,
      PA072: [409, 'resolution-closed', 'The resolution is closed. Another one must be opened.'],
      PA073: [422, 'key-not-yours', 'This key was stopped meanwhile, or is of a unit that these terms do not name.'],
      '23505': [409, 'already-answered', 'This resolution has your answer already.'],
    },
  )
  return { acceptanceId: formatId('apt', id) }
})

const isPurpose = (purpose: string): purpose is PurposeCode => purposeCodes.some(code => code === purpose)

const register = page(registerCase, async ({ door, asker, parsed: { body } }) => {
  await actingOfficer(door, asker, body.officer, false)
  const { case: cited, purpose, endsAt } = body
  if (!isPurpose(purpose))
    throw new HttpProblem(422, 'purpose-unknown', 'No terms can grant this purpose: use one that yours hold.', {
      errors: [{ pointer: '/purpose', message: 'is not a purpose' }],
    })
  const said = { origin: door.settings.city.origin, unit: asker.unit, ...cited, purpose, endsAt }
  const signed = await checkSigned(door, asker, body, checkCase(body.statement, said))
  const id = await act(
    door,
    asker.partner,
    callRegisterCase({ ...signed, ...cited, unit: asker.unit, purpose, endsAt }),
    {
      PA073: [422, 'key-not-yours', 'This key was stopped meanwhile.'],
      PA074: [422, 'ends-in-the-past', 'The registration would have ended already. Correct its end.'],
    },
  )
  return { registrationId: formatId('reg', id) }
})

const obligations = page(listOwnObligations, async ({ door, asker }) => ({
  obligations: (await rowsOf<ObligationRow>(door, asker.partner, callReadObligations)).map(row => ({
    obligationId: formatId('obl', row.obligation_id),
    agreement: row.agreement,
    code: row.code,
    dueOn: row.due_on as PlainDate,
    suspends: row.suspends,
    fulfilledAt: row.fulfilled_at as Instant | null,
    missedAt: row.missed_at as Instant | null,
  })),
}))

const fulfil = page(fulfilObligation, async ({ door, asker, parsed: { params, body } }) => {
  const officer = await actingOfficer(door, asker, body.officer, true)
  const hash = body.documentHash === null ? null : Buffer.from(body.documentHash, 'hex')
  const id = await act(
    door,
    asker.partner,
    callFulfil(parseId('obl', params.obligationId), body.evidence, hash, officer),
    {
      PA071: [404, 'no-such-obligation', 'No duty of yours has this id. Check it.'],
      '23505': [409, 'already-fulfilled', 'This duty was met already.'],
    },
  )
  return { obligationId: formatId('obl', id) }
})

const letters = page(listLetters, async ({ door, asker }) => ({
  letters: (await rowsOf<LetterRow>(door, asker.partner, callReadNotices)).map(row => ({
    noticeId: formatId('ntc', row.notice_id),
    agreement: row.agreement,
    kind: row.kind,
    servedBy: row.served_by,
    subject: row.subject,
    body: row.body,
    replyDueAt: row.reply_due_at as Instant | null,
    repliesTo: row.replies_to === null ? null : formatId('ntc', row.replies_to),
    servedAt: row.served_at as Instant,
  })),
}))

const send = page(sendLetter, async ({ door, asker, parsed: { body } }) => {
  const officer = await actingOfficer(door, asker, body.officer, true)
  const { agreement, kind, subject, body: text } = body
  const repliesTo = uuidOrNull('ntc', body.repliesTo)
  const letter = { agreement, kind, subject, body: text, repliesTo, officer }
  const id = await act(door, asker.partner, callServeNotice(letter), {
    PA071: [404, 'no-such-agreement', 'No agreement of yours has this code. Check it.'],
    '23503': [404, 'no-such-letter', 'There is no letter of this id to reply to. Check it.'],
  })
  return { noticeId: formatId('ntc', id) }
})

/** What a partner does about its agreements, from the first acceptance to the last certificate. */
export const actRoutes: readonly PartnerRoute[] = [resolutions, answer, register, obligations, fulfil, letters, send]
