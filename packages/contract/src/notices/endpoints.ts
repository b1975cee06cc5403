import { seatNoticeKinds, seats } from '@pars/domain'
import { z } from 'zod'
import { constraintView } from '../agreements/views.ts'
import { endpoint } from '../endpoint.ts'
import { exampleId, id, instant, plainDate, receipt, required } from '../shapes.ts'

const tag = 'notices'

export const serveNotice = endpoint({
  name: 'notice.serve',
  permission: 'notice.serve',
  method: 'POST',
  path: '/api/agreements/{agreementId}/notices',
  tag,
  status: 201,
  summary: 'Serve a notice or letter on the partner. Its date is the act: periods of notice are counted from it.',
  params: z.strictObject({ agreementId: id('agm') }),
  body: z.strictObject({
    kind: z.enum(seatNoticeKinds),
    recipient: required(200),
    subject: required(200),
    body: required(20_000),
    /** Whether the public register shows its text. */
    released: z.boolean(),
    replyDueAt: instant.nullable(),
    repliesTo: id('ntc').nullable(),
  }),
  answer: z.strictObject({ noticeId: id('ntc'), receipt }),
  refusals: ['reply-due-past', 'notice-unknown', 'text-empty'],
  example: {
    body: {
      kind: 'request',
      recipient: 'Field office director',
      subject: 'Use of the record',
      body: 'How does your unit review its own inquiries, and when did it last do so?',
      released: true,
      replyDueAt: '2027-07-27T17:00:00-04:00',
      repliesTo: null,
    },
  },
})
export const listConstraints = endpoint({
  name: 'constraint.list',
  permission: 'agreement.view',
  method: 'GET',
  path: '/api/legal-constraints',
  tag,
  summary: 'Laws that bind named seats, as data with their dates. None is built in.',
  answer: z.strictObject({ constraints: z.array(constraintView), may: z.array(z.string()) }),
})
export const recordConstraint = endpoint({
  name: 'constraint.record',
  permission: 'constraint.record',
  method: 'POST',
  path: '/api/legal-constraints',
  tag,
  status: 201,
  summary:
    'Record a law that binds seats. While it is in force, terms come into force only with the recorded sign-off of counsel.',
  body: z.strictObject({
    citation: required(200),
    text: required(20_000),
    binds: z.array(z.enum(seats)).min(1).max(3),
    effectiveFrom: plainDate,
    effectiveTo: plainDate.nullable(),
  }),
  answer: z.strictObject({ constraintId: id('lgc'), receipt }),
  refusals: ['seat-named-twice', 'ends-before-it-begins', 'text-empty'],
  example: {
    body: {
      citation: 'Made-up Code § 1-100',
      text: 'No department shall share a home address with an agency that the Council has not named.',
      binds: ['police'],
      effectiveFrom: '2026-07-01',
      effectiveTo: null,
    },
  },
})
export const signOff = endpoint({
  name: 'constraint.sign-off',
  permission: 'constraint.sign-off',
  method: 'POST',
  path: '/api/resolutions/{resolutionId}/sign-offs',
  tag,
  status: 201,
  summary: "Record your seat's counsel's sign-off on a resolution under a legal constraint, with the opinion.",
  params: z.strictObject({ resolutionId: id('res') }),
  body: z.strictObject({ constraintId: id('lgc'), counsel: required(200), opinion: required(20_000) }),
  answer: z.strictObject({ signOffId: id('sgn'), receipt }),
  refusals: ['resolution-closed', 'constraint-unknown', 'already-signed-off', 'text-empty'],
  example: {
    body: {
      constraintId: exampleId('lgc'),
      counsel: 'City Solicitor',
      opinion: 'The terms share no home address; the section does not apply.',
    },
  },
})
