import { checklistItems, nextHearingKinds, notProducedReasons, probableCauseFindings } from '@pars/domain'
import { z } from 'zod'
import { arrestRecord, docketView } from '../arrests/record.ts'
import { endpoint } from '../endpoint.ts'
import { access, exampleId, id, instant, receipt, required, text } from '../shapes.ts'

const tag = 'court'
const docketParams = z.strictObject({ docketId: id('dkt') })
const done = z.strictObject({ docketId: id('dkt'), receipt })

export const fileComplaint = endpoint({
  name: 'complaint.file',
  permission: 'complaint.file',
  method: 'POST',
  path: '/api/complaints/{complaintId}/filing',
  tag,
  status: 201,
  summary: 'Certify and file a complaint under the docket number that the court gave (Rules 508, 1003(B)).',
  params: z.strictObject({ complaintId: id('cmp') }),
  body: z.strictObject({
    docketNumber: required(30),
    certified: z.boolean(),
    counsel: z.enum(['defender', 'private', 'none']).nullable(),
  }),
  answer: z.strictObject({ docketId: id('dkt'), receipt }),
  refusals: [
    'already-filed',
    'not-certified',
    'docket-number-shape',
    'docket-number-in-future',
    'docket-number-used',
    'process-contradicts-custody',
  ],
  example: { body: { docketNumber: 'MC-51-CR-0099999-2099', certified: true, counsel: 'defender' } },
})
export const complaintsToFile = endpoint({
  name: 'court.to-file',
  permission: 'court-session.view',
  method: 'GET',
  path: '/api/court/to-file',
  tag,
  summary:
    'Complaints that wait for certification and filing, and dockets that wait for a court session, longest held first.',
  answer: z.strictObject({
    now: instant,
    toFile: z.array(
      z.strictObject({
        complaintId: id('cmp'),
        arrestId: id('arr'),
        name: z.string(),
        leadCharge: z.string(),
        arrestedAt: instant,
        madeAt: instant,
      }),
    ),
    toList: z.array(
      z.strictObject({
        docketId: id('dkt'),
        docketNumber: z.string(),
        arrestId: id('arr'),
        name: z.string(),
        leadCharge: z.string(),
        arrestedAt: instant,
        notProduced: z.enum(notProducedReasons).nullable(),
      }),
    ),
  }),
})
export const nextDocketNumber = endpoint({
  name: 'court.next-docket-number',
  permission: 'complaint.file',
  method: 'GET',
  path: '/api/court/next-docket-number',
  tag,
  summary:
    "The next docket number of the made-up court system. Answers only in a rehearsal; elsewhere the number comes from the court's own system.",
  answer: z.strictObject({ docketNumber: z.string() }),
})
const sessionView = z.strictObject({
  courtSessionId: id('cse'),
  room: z.string(),
  startsAt: instant,
  magistrate: z.string().nullable(),
  listed: z.int(),
  heard: z.int(),
})
export const listCourtSessions = endpoint({
  name: 'court-session.list',
  permission: 'court-session.view',
  method: 'GET',
  path: '/api/court-sessions',
  tag,
  summary: 'Court sessions around now: the last twelve hours and everything ahead.',
  answer: z.strictObject({ now: instant, sessions: z.array(sessionView) }),
})
export const openCourtSession = endpoint({
  name: 'court-session.open',
  permission: 'court-session.open',
  method: 'POST',
  path: '/api/court-sessions',
  tag,
  status: 201,
  summary: 'Open a sitting of the arraignment court in a room that exists on that day.',
  body: z.strictObject({ room: required(20), startsAt: instant, magistrateId: id('acc').nullable() }),
  answer: z.strictObject({ courtSessionId: id('cse'), receipt }),
  refusals: [
    'room-unknown',
    'room-closed',
    'session-over',
    'session-too-far-ahead',
    'session-exists',
    'not-a-magistrate',
  ],
  example: { body: { room: 'B-08', startsAt: '2026-01-06T04:00:00-05:00', magistrateId: null } },
})
export const viewCourtSession = endpoint({
  name: 'court-session.view',
  permission: 'court-session.view',
  method: 'GET',
  path: '/api/court-sessions/{courtSessionId}',
  tag,
  summary: 'The list of one court session, by slot.',
  params: z.strictObject({ courtSessionId: id('cse') }),
  answer: sessionView.extend({
    now: instant,
    listings: z.array(
      z.strictObject({
        listingId: id('lst'),
        slot: z.int(),
        docketId: id('dkt'),
        docketNumber: z.string(),
        arrestId: id('arr'),
        name: z.string(),
        leadCharge: z.string(),
        arrestedAt: instant,
        interpreterLanguage: z.string().nullable(),
        state: z.enum(['waiting', 'not-produced', 'arraigned', 'discharged', 'bail-ordered']),
        bailWords: z.string().nullable(),
      }),
    ),
  }),
})
export const addListing = endpoint({
  name: 'listing.add',
  permission: 'listing.add',
  method: 'POST',
  path: '/api/court-sessions/{courtSessionId}/listings',
  tag,
  status: 201,
  summary: 'Put a filed docket on the list of a court session. Without a slot it takes the next free one.',
  params: z.strictObject({ courtSessionId: id('cse') }),
  body: z.strictObject({ docketId: id('dkt'), slot: z.int().min(1).max(200).nullable() }),
  answer: z.strictObject({ listingId: id('lst'), slot: z.int(), receipt }),
  refusals: ['already-arraigned', 'person-has-left', 'already-listed', 'session-over', 'slot-taken'],
  example: { body: { docketId: exampleId('dkt'), slot: null } },
})
export const markNotProduced = endpoint({
  name: 'listing.mark-not-produced',
  permission: 'listing.mark-not-produced',
  method: 'POST',
  path: '/api/listings/{listingId}/not-produced',
  tag,
  summary: 'The person was not produced, for example is in hospital: the docket waits for another session.',
  params: z.strictObject({ listingId: id('lst') }),
  body: z.strictObject({ reason: z.enum(notProducedReasons), note: text(1000).nullable() }),
  answer: z.strictObject({ listingId: id('lst'), receipt }),
  refusals: ['already-arraigned', 'not-listed', 'note-missing'],
  example: { body: { reason: 'hospital', note: null } },
})
export const viewHearing = endpoint({
  name: 'hearing.view',
  permission: 'arrest.view',
  method: 'GET',
  path: '/api/dockets/{docketId}',
  tag,
  summary: 'One docket with its whole record, as the hearing screen shows it.',
  params: docketParams,
  query: access,
  answer: z.strictObject({ docket: docketView, record: arrestRecord }),
  journaled: true,
})
export const holdArraignment = endpoint({
  name: 'arraignment.hold',
  permission: 'arraignment.hold',
  method: 'POST',
  path: '/api/dockets/{docketId}/arraignment',
  tag,
  summary:
    'Record the preliminary arraignment: Rule 540 checklist, probable cause, interpreter and the next listing in a room that exists.',
  params: docketParams,
  body: z.strictObject({
    heldAt: instant,
    mode: z.enum(['video', 'in-person']),
    checklist: z.array(z.enum(checklistItems)).max(20),
    probableCause: z.enum(probableCauseFindings),
    interpreter: z.strictObject({ language: required(60), present: z.boolean() }).nullable(),
    prosecutorName: text(200).nullable(),
    defenseName: text(200).nullable(),
    nextListing: z.strictObject({ hearing: z.enum(nextHearingKinds), at: instant, room: required(20) }).nullable(),
  }),
  answer: done,
  refusals: [
    'already-arraigned',
    'not-listed',
    'person-has-left',
    'held-in-future',
    'probable-cause-undecided',
    'probable-cause-not-needed',
    'checklist-item-missing',
    'checklist-item-not-applicable',
    'interpreter-not-recorded',
    'next-listing-missing',
    'next-listing-after-discharge',
    'room-unknown',
    'room-closed',
  ],
  example: {
    body: {
      heldAt: '2026-01-06T04:12:00-05:00',
      mode: 'video',
      checklist: [
        'complaint-given',
        'complaint-read',
        'counsel-advised',
        'hearing-advised',
        'bail-advised',
        'counsel-consulted',
      ],
      probableCause: 'found',
      interpreter: { language: 'Spanish', present: true },
      prosecutorName: 'A. Made-up',
      defenseName: 'D. Made-up',
      nextListing: { hearing: 'preliminary-hearing', at: '2026-01-20T09:00:00-05:00', room: '803' },
    },
  },
})
