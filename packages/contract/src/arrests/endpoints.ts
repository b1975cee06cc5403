import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { access, id, instant, receipt, required, text } from '../shapes.ts'
import { arrestReportInput } from './arrest-report.ts'
import { exampleReport } from './example.ts'
import { arrestRecord } from './record.ts'
import { draftRefusals, reportRefusals } from './refusals.ts'

const params = z.strictObject({ arrestId: id('arr') })
const done = z.strictObject({ arrestId: id('arr'), version: z.int(), receipt })
const tag = 'arrests'

export const saveDraft = endpoint({
  name: 'arrest.draft',
  permission: 'arrest.draft',
  method: 'POST',
  path: '/api/arrests/drafts',
  tag,
  status: 201,
  summary: 'Save a new arrest report without sending it. It shows on the board as NOT SENT.',
  body: arrestReportInput,
  answer: done,
  refusals: draftRefusals,
  example: { body: exampleReport },
})
export const changeDraft = endpoint({
  name: 'arrest.change-draft',
  permission: 'arrest.draft',
  method: 'PUT',
  path: '/api/arrests/drafts/{arrestId}',
  tag,
  summary: 'Save changes to an unsent report.',
  params,
  body: arrestReportInput,
  answer: done,
  ifMatch: true,
  refusals: ['already-sent', 'version-changed', ...draftRefusals],
  example: { body: exampleReport },
})
export const sendDraft = endpoint({
  name: 'arrest.send',
  permission: 'arrest.report',
  method: 'POST',
  path: '/api/arrests/drafts/{arrestId}/send',
  tag,
  summary: 'Send an unsent report to charging.',
  params,
  answer: done,
  ifMatch: true,
  refusals: ['version-changed', 'not-sent-back', ...reportRefusals],
})
export const reportArrest = endpoint({
  name: 'arrest.report',
  permission: 'arrest.report',
  method: 'POST',
  path: '/api/arrests',
  tag,
  status: 201,
  summary:
    'Report an arrest and send it to charging in one step. The same intake number with the same content is the same arrest.',
  body: arrestReportInput,
  /** The ids of the police charges, in the order of the report. */
  answer: done.extend({ policeChargeIds: z.array(id('pch')) }),
  refusals: reportRefusals,
  example: { body: exampleReport },
})
export const correctArrest = endpoint({
  name: 'arrest.correct',
  permission: 'arrest.correct',
  method: 'POST',
  path: '/api/arrests/{arrestId}/corrections',
  tag,
  summary: 'Correct a sent report. Nothing is overwritten: the earlier version stays readable at its journal number.',
  params,
  body: z.strictObject({ reason: required(1000), report: arrestReportInput }),
  answer: done,
  ifMatch: true,
  refusals: [
    'not-sent',
    'version-changed',
    'reason-missing',
    'nothing-changed',
    'intake-number-fixed',
    'other-person',
    'charges-already-decided',
    'arraignment-relied-on-it',
    ...reportRefusals.filter(reason => reason !== 'intake-number-taken'),
  ],
  example: { body: { reason: 'The booking photo shows another spelling of the name.', report: exampleReport } },
})
export const viewArrest = endpoint({
  name: 'arrest.view',
  permission: 'arrest.view',
  method: 'GET',
  path: '/api/arrests/{arrestId}',
  tag,
  summary:
    'One record, as it stands or as it stood after journal entry `asof`. Opening it is journaled with purpose and for whom.',
  params,
  query: access.extend({
    asof: z.coerce.number().int().min(0).optional(),
    /** Hands over the version before it too, under the same entry. */
    compare: z.literal('previous').optional(),
  }),
  /** `previous` is null unless it was asked for and there is one that the reader may see. */
  answer: arrestRecord.extend({ previous: arrestRecord.nullable() }),
  etag: true,
  journaled: true,
  refusals: ['complaint-not-filed', 'erased-by-order', 'sealed-by-order', 'text-empty'],
})
export const foundArrest = z.strictObject({
  arrestId: id('arr'),
  personId: id('per'),
  name: z.string(),
  bornOn: z.string().nullable(),
  arrestedAt: instant,
  district: z.string(),
  stage: z.string(),
  otn: z.string().nullable(),
})
export const searchArrests = endpoint({
  name: 'arrest.search',
  permission: 'arrest.search',
  method: 'GET',
  path: '/api/arrests',
  tag,
  summary:
    'Find arrests by last name, OTN, DC number, docket number, police number or intake number. Origin, ethnicity and SSN are no filter, for staff either.',
  query: access.extend({
    lastName: text(200).optional(),
    firstName: text(200).optional(),
    otn: text(20).optional(),
    dcNumber: text(20).optional(),
    docketNumber: text(30).optional(),
    policeNumber: text(20).optional(),
    intakeNumber: text(100).optional(),
    cursor: text(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  answer: z.strictObject({
    found: z.array(foundArrest),
    /** The record of this intake number, which a court ordered destroyed: nothing else of it is kept. */
    erased: z.strictObject({ arrestId: id('arr'), erasedAt: instant, number: z.int().nullable() }).nullable(),
    nextCursor: z.string().nullable(),
  }),
  journaled: true,
  refusals: ['search-too-wide', 'criterion-shape', 'cursor-unknown', 'text-empty'],
})
