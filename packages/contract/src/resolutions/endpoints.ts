import { ballotChoices, resolutionActions, seats } from '@pars/domain'
import { z } from 'zod'
import { assertion, base64, hash, keyId } from '../agreements/shapes.ts'
import { needView, resolutionView } from '../agreements/views.ts'
import { endpoint } from '../endpoint.ts'
import { exampleId, id, instant, plainDate, receipt, required } from '../shapes.ts'

const tag = 'resolutions'
const resolutionParams = z.strictObject({ resolutionId: id('res') })

export const openResolution = endpoint({
  name: 'resolution.open',
  permission: 'resolution.open',
  method: 'POST',
  path: '/api/resolutions',
  tag,
  status: 201,
  summary:
    'Open a resolution about exactly one version of an agreement. Two seats must vote for it before it closes, or it lapses.',
  body: z.strictObject({
    agreementId: id('agm'),
    version: z.int().min(1).max(9999),
    action: z.enum(resolutionActions),
    reason: required(4000),
    closesAt: instant,
  }),
  answer: z.strictObject({ resolutionId: id('res'), code: z.string(), receipt }),
  refusals: [
    'agreement-ended',
    'action-out-of-place',
    'version-not-newer',
    'version-not-in-force',
    'resolution-open',
    'closes-too-soon',
    'closes-too-late',
    'closes-after-the-end',
    'text-empty',
  ],
  example: {
    body: {
      agreementId: exampleId('agm'),
      version: 1,
      action: 'adopt',
      reason: 'The pretrial agency supervises whom the magistrate releases.',
      closesAt: '2027-08-31T12:00:00-04:00',
    },
  },
})
export const viewResolution = endpoint({
  name: 'resolution.view',
  permission: 'agreement.view',
  method: 'GET',
  path: '/api/resolutions/{resolutionId}',
  tag,
  summary: 'One resolution: what it would do, who voted how and why, and what is still missing.',
  params: resolutionParams,
  answer: resolutionView,
})
export const viewBallotStatement = endpoint({
  name: 'ballot.statement',
  permission: 'agreement.view',
  method: 'GET',
  path: '/api/resolutions/{resolutionId}/statement',
  tag,
  summary:
    "What a seat's key signs to cast a ballot: a key file signs the text, a passkey its SHA-256 as the challenge.",
  params: resolutionParams,
  query: z.strictObject({ choice: z.enum(ballotChoices), seat: z.enum(seats) }),
  answer: z.strictObject({
    statement: z.string(),
    statementHash: hash,
    /** base64url of the 32 bytes of the hash. */
    challenge: z.string(),
    /** The name under which passkeys of this address are made. */
    relyingParty: z.string(),
    keys: z.array(z.strictObject({ keyId: z.string(), algorithm: z.string(), holder: z.string() })),
  }),
})
export const castBallot = endpoint({
  name: 'ballot.cast',
  permission: 'ballot.cast',
  method: 'POST',
  path: '/api/resolutions/{resolutionId}/ballots',
  tag,
  status: 201,
  summary:
    "Cast your seat's one ballot on a resolution, signed by a key of the seat. Its signature is checked here and kept for everybody.",
  params: resolutionParams,
  body: z.strictObject({
    choice: z.enum(ballotChoices),
    reason: required(4000),
    /** On whose authority: the mayor directs the police seat. */
    onAuthorityOf: required(200),
    keyId,
    statement: z.string().min(2).max(10_000),
    /** base64: of Ed25519 the 64 bytes, of ES256 the DER that an authenticator gives. */
    signature: base64(400),
    passkey: assertion.nullable(),
  }),
  answer: z.strictObject({ ballotId: id('bal'), needs: z.array(needView), receipt }),
  refusals: [
    'resolution-closed',
    'already-voted',
    'key-unknown',
    'key-of-another-seat',
    'key-ended',
    'statement-not-canonical',
    'statement-says-otherwise',
    'signature-wrong',
    'passkey-missing',
    'passkey-not-expected',
    'passkey-malformed',
    'passkey-other-challenge',
    'passkey-other-site',
    'passkey-user-not-verified',
    'text-empty',
  ],
  example: {
    body: {
      choice: 'for',
      reason: 'The terms grant no more than supervision needs.',
      onAuthorityOf: 'The Mayor',
      keyId: '0123456789abcdef0123456789abcdef',
      statement: '{"format":"pars-ballot-1"}',
      signature: `${'A'.repeat(86)}==`,
      passkey: null,
    },
  },
})
export const recordConsultation = endpoint({
  name: 'consultation.record',
  permission: 'consultation.record',
  method: 'POST',
  path: '/api/resolutions/{resolutionId}/consultations',
  tag,
  status: 201,
  summary: 'Put on file whom your seat heard before the vote, and what was said.',
  params: resolutionParams,
  body: z.strictObject({ heard: required(300), said: required(20_000), heardOn: plainDate }),
  answer: z.strictObject({ consultationId: id('cst'), receipt }),
  refusals: ['heard-in-the-future', 'text-empty'],
  example: {
    body: { heard: 'Residents of the 24th District', said: 'They asked who sees an address.', heardOn: '2026-09-03' },
  },
})
