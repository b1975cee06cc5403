import { z } from 'zod'
import { base64, code, hash, keyId } from '../agreements/shapes.ts'
import { endpoint } from '../endpoint.ts'
import { exampleId, id, instant, plainDate, required, text } from '../shapes.ts'
import { citedCase, exampleNonce, namedOfficer, nonce, word } from './asking.ts'

const tag = 'partner'
const common = { officer: namedOfficer, nonce }
const exampleCommon = { officer: exampleId('ofc'), nonce: exampleNonce }

/** A text that the unit's registered key signed, as it was signed: base64 of the Ed25519 signature over its UTF-8 bytes. */
const signedStatement = { statement: required(20_000), keyId, signature: base64(88) }
const exampleSigned = { keyId: 'AAAAAAAAAAAAAAAAAAAAAA', signature: `${'A'.repeat(86)}==` }
const statementRefusals = ['key-not-yours', 'signature-invalid', 'statement-differs'] as const

export const listOwnResolutions = endpoint({
  name: 'partner-door.resolutions',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/resolutions',
  tag,
  summary: 'What the custodians vote on about its agreements, and what an acceptance must say.',
  answer: z.strictObject({
    resolutions: z.array(
      z.strictObject({
        resolutionId: id('res'),
        code: z.string(),
        agreement: code,
        version: z.int(),
        action: z.string(),
        termsHash: hash,
        sqlHash: hash,
        closesAt: instant,
        decision: z.enum(['accepted', 'rejected']).nullable(),
        /** What accepting signs; null where nothing is to be accepted. */
        statement: z.string().nullable(),
      }),
    ),
  }),
})

export const answerResolution = endpoint({
  name: 'partner-door.answer-resolution',
  permission: 'partner',
  method: 'POST',
  path: '/api/partner/resolutions/{resolutionId}/answer',
  tag,
  status: 201,
  summary:
    'Accept exactly these terms, or reject one of them with the reason, in a statement signed by the unit’s key.',
  params: z.strictObject({ resolutionId: id('res') }),
  body: z.strictObject({
    ...common,
    ...signedStatement,
    decision: z.enum(['accepted', 'rejected']),
    /** Which term is rejected. */
    term: word.nullable(),
    reason: text(4000).nullable(),
  }),
  answer: z.strictObject({ acceptanceId: id('apt') }),
  refusals: ['no-such-resolution', 'resolution-closed', 'already-answered', 'not-coordinator', ...statementRefusals],
  example: {
    body: {
      ...exampleCommon,
      ...exampleSigned,
      statement: '{"format":"pars-acceptance-1"}',
      decision: 'accepted',
      term: null,
      reason: null,
    },
  },
})

export const registerCase = endpoint({
  name: 'partner-door.register-case',
  permission: 'partner',
  method: 'POST',
  path: '/api/partner/cases',
  tag,
  status: 201,
  summary: 'Register a case beforehand, in a statement signed by the unit’s key: what some purposes then may cite.',
  body: z.strictObject({ ...common, ...signedStatement, case: citedCase, purpose: word, endsAt: instant }),
  answer: z.strictObject({ registrationId: id('reg') }),
  refusals: ['ends-in-the-past', ...statementRefusals],
  example: {
    body: {
      ...exampleCommon,
      ...exampleSigned,
      statement: '{"format":"pars-case-1"}',
      case: { kind: 'case', value: 'HQ-2027-000123' },
      purpose: 'criminal-investigation',
      endsAt: '2027-08-31T12:00:00-04:00',
    },
  },
})

export const listOwnObligations = endpoint({
  name: 'partner-door.obligations',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/obligations',
  tag,
  summary: 'Its duties with their dates, met and missed.',
  answer: z.strictObject({
    obligations: z.array(
      z.strictObject({
        obligationId: id('obl'),
        agreement: code,
        code: z.string(),
        dueOn: plainDate,
        suspends: z.boolean(),
        fulfilledAt: instant.nullable(),
        missedAt: instant.nullable(),
      }),
    ),
  }),
})

export const fulfilObligation = endpoint({
  name: 'partner-door.fulfil',
  permission: 'partner',
  method: 'POST',
  path: '/api/partner/obligations/{obligationId}/fulfilment',
  tag,
  status: 201,
  summary: 'Certify that a duty was met, with the evidence and the hash of the paper that shows it.',
  params: z.strictObject({ obligationId: id('obl') }),
  body: z.strictObject({ ...common, evidence: required(4000), documentHash: hash.nullable() }),
  answer: z.strictObject({ obligationId: id('obl') }),
  refusals: ['no-such-obligation', 'already-fulfilled', 'not-coordinator'],
  example: {
    body: { ...exampleCommon, evidence: 'All copies destroyed on August 31; certificate 17.', documentHash: null },
  },
})

export const listLetters = endpoint({
  name: 'partner-door.letters',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/letters',
  tag,
  summary: 'Notices and letters of both sides, with the dates on which they were served.',
  answer: z.strictObject({
    letters: z.array(
      z.strictObject({
        noticeId: id('ntc'),
        agreement: code,
        kind: z.string(),
        servedBy: z.string(),
        subject: z.string(),
        body: z.string(),
        replyDueAt: instant.nullable(),
        repliesTo: id('ntc').nullable(),
        servedAt: instant,
      }),
    ),
  }),
})

export const sendLetter = endpoint({
  name: 'partner-door.send-letter',
  permission: 'partner',
  method: 'POST',
  path: '/api/partner/letters',
  tag,
  status: 201,
  summary: 'Serve a letter, a reply or a withdrawal on the custodians.',
  body: z.strictObject({
    ...common,
    agreement: code,
    kind: z.enum(['letter', 'reply', 'withdrawal']),
    subject: required(200),
    body: required(20_000),
    repliesTo: id('ntc').nullable(),
  }),
  answer: z.strictObject({ noticeId: id('ntc') }),
  refusals: ['no-such-agreement', 'no-such-letter', 'not-coordinator'],
  example: {
    body: {
      ...exampleCommon,
      agreement: 'pretrial-2027',
      kind: 'letter',
      subject: 'Training of new officers',
      body: 'Two officers completed the training on July 3.',
      repliesTo: null,
    },
  },
})

export const endPartnerSignIn = endpoint({
  name: 'partner-door.sign-out',
  permission: 'partner',
  method: 'POST',
  path: '/api/partner/sign-out',
  tag,
  summary: 'End the own sign-in.',
  answer: z.strictObject({ signedOut: z.boolean() }),
})
