import { chargingStandingReasons, declineReasons, sendBackReasons } from '@pars/domain'
import { z } from 'zod'
import { custody } from '../arrests/record.ts'
import { endpoint } from '../endpoint.ts'
import { access, counts, exampleId, grade, id, instant, plainDate, receipt, required, text } from '../shapes.ts'

const params = z.strictObject({ arrestId: id('arr') })
const done = z.strictObject({ arrestId: id('arr'), receipt })
const tag = 'charging'
const takenRefusals = [...chargingStandingReasons, 'not-taken', 'taken-by-another']
const charge = {
  statute: required(120),
  description: required(300),
  grade,
  counts,
  offenseOn: plainDate,
  dcNumber: required(20),
}

export const chargingQueue = endpoint({
  name: 'charging.queue',
  permission: 'charging.view',
  method: 'GET',
  path: '/api/charging/queue',
  tag,
  summary: 'Arrests that wait for a charging decision or a complaint, longest held first.',
  answer: z.strictObject({
    now: instant,
    rows: z.array(
      z.strictObject({
        arrestId: id('arr'),
        name: z.string(),
        age: z.int().nullable(),
        district: z.string(),
        arrestedAt: instant,
        sentAt: instant,
        leadCharge: z.string(),
        chargeCount: z.int(),
        custody,
        takenBy: z.string().nullable(),
      }),
    ),
  }),
})
export const takeCharging = endpoint({
  name: 'charging.take',
  permission: 'charging.take',
  method: 'POST',
  path: '/api/arrests/{arrestId}/charging/take',
  tag,
  summary: 'Take an arrest for review, so that two attorneys do not decide the same one.',
  params,
  answer: done,
  refusals: [...chargingStandingReasons, 'taken-by-another', 'already-yours'],
})
export const sendBack = endpoint({
  name: 'charging.send-back',
  permission: 'charging.send-back',
  method: 'POST',
  path: '/api/arrests/{arrestId}/charging/send-back',
  tag,
  summary: 'Send the report back to police for more investigation, with a coded reason.',
  params,
  body: z.strictObject({ reason: z.enum(sendBackReasons), note: text(2000).nullable() }),
  answer: done,
  refusals: [...takenRefusals, 'note-missing'],
  example: { body: { reason: 'more-investigation', note: 'Statement of the store owner is missing.' } },
})
export const decideCharges = endpoint({
  name: 'charging.decide',
  permission: 'charging.decide',
  method: 'POST',
  path: '/api/arrests/{arrestId}/charging/decision',
  tag,
  summary:
    'Decide every police charge: approve, modify or decline with a coded reason; add charges. Both lists are kept and linked.',
  params,
  body: z.strictObject({
    /** The version of the report that was decided on: a report corrected meanwhile is refused, not overlooked. */
    arrestVersion: z.int().min(1),
    decisions: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('approved'), policeChargeId: id('pch') }),
          z.strictObject({ kind: z.literal('modified'), policeChargeId: id('pch'), ...charge }),
          z.strictObject({
            kind: z.literal('declined'),
            policeChargeId: id('pch'),
            reason: z.enum(declineReasons),
            note: text(2000).nullable(),
          }),
          z.strictObject({ kind: z.literal('added'), ...charge }),
        ]),
      )
      .min(1)
      .max(200),
  }),
  answer: done.extend({ chargeIds: z.array(id('chg')) }),
  refusals: [
    ...takenRefusals,
    'version-changed',
    'charge-unknown',
    'charge-undecided',
    'charge-decided-twice',
    'modified-without-change',
    'statute-shape',
    'statute-unknown',
    'charge-counts',
    'offense-after-arrest',
    'under-18-without-notice',
    'charge-incident-not-listed',
    'note-missing',
  ],
  example: {
    body: {
      arrestVersion: 1,
      decisions: [
        { kind: 'approved', policeChargeId: exampleId('pch') },
        {
          kind: 'added',
          statute: '18 § 2701 §§ A1',
          description: 'Simple Assault',
          grade: 'M2',
          counts: 1,
          offenseOn: '2026-01-05',
          dcNumber: '202625000123',
        },
      ],
    },
  },
})
export const makeComplaint = endpoint({
  name: 'complaint.make',
  permission: 'complaint.make',
  method: 'POST',
  path: '/api/arrests/{arrestId}/complaints',
  tag,
  status: 201,
  summary: 'Make the criminal complaint (Rule 504) over charges that are approved and in no other complaint.',
  params,
  body: z.strictObject({
    chargeIds: z.array(id('chg')).min(1).max(100),
    affiant: required(200),
    affiantAgency: required(200),
    offenseDateText: required(200),
    offensePlace: required(300),
    facts: required(20_000),
    peaceAndDignity: z.boolean(),
    labServices: z.boolean(),
    fingerprinted: z.boolean(),
    processRequested: z.enum(['none-arrested', 'warrant', 'summons']),
    verifiedAt: instant,
  }),
  answer: done.extend({ complaintId: id('cmp') }),
  refusals: [
    'charging-not-decided',
    'arrest-declined',
    'person-not-named',
    'charge-twice',
    'charge-not-approved',
    'charge-in-other-complaint',
    'text-empty',
    'facts-only-citation',
    'peace-and-dignity-missing',
    'process-contradicts-custody',
    'not-verified',
    'verified-in-future',
  ],
  example: {
    body: {
      chargeIds: [exampleId('chg')],
      affiant: 'Det. R. Farrow',
      affiantAgency: 'Philadelphia Police Department',
      offenseDateText: 'On or about January 5, 2026',
      offensePlace: '2900 block Example Avenue',
      facts: 'The person took a bag from the store by force and ran one block.',
      peaceAndDignity: true,
      labServices: false,
      fingerprinted: true,
      processRequested: 'none-arrested',
      verifiedAt: '2026-01-06T01:10:00-05:00',
    },
  },
})
export const complaintPaper = endpoint({
  name: 'complaint.paper',
  permission: 'paper.print',
  method: 'GET',
  path: '/api/complaints/{complaintId}/paper',
  tag,
  summary: 'The criminal complaint (Rule 504) as a tagged PDF. Each printing is journaled.',
  params: z.strictObject({ complaintId: id('cmp') }),
  query: access,
  answer: z.unknown(),
  produces: 'application/pdf',
})
