import { describe, expect, test } from 'vitest'
import { at, day } from '../../tests/examples.ts'
import { eachRefusal, requiredTextCases } from '../../tests/refusals.ts'
import {
  acceptConstraint,
  acceptConsultation,
  acceptEmergencyStop,
  acceptNotice,
  acceptSignOff,
  type ConstraintReason,
  type ConsultationReason,
  type EmergencyStopReason,
  type NoticeReason,
  type SignOffReason,
} from './accept-paper.ts'
import { acceptSeatKey, acceptSeatKeyEnd, type SeatKeyEndReason, type SeatKeyReason } from './accept-seat-key.ts'
import { agreementStanding, type StandingFacts } from './agreement-standing.ts'

const now = at('2018-06-01T12:00:00Z')
const notice = { recipient: 'Director', subject: 'Use', body: 'Please say.', replyDueAt: null }
const law = { citation: 'Code § 1', text: 'No.', binds: ['police'] as const, effectiveFrom: day('2018-01-01') }
const signed = { counsel: 'Solicitor', opinion: 'It does not apply.' }
const signing = { closesAt: at('2018-07-01T12:00:00Z'), constraintKnown: true, signedBefore: false }
const stopping = { inForce: true, seatsThatMay: ['police', 'court'] as const, stoppedBefore: false }

describe('papers about an agreement', () => {
  eachRefusal<NoticeReason>({
    ...requiredTextCases(body => acceptNotice({ answersKnown: true }, { ...notice, body }, now)),
    'reply-due-past': () => acceptNotice({ answersKnown: true }, { ...notice, replyDueAt: now }, now),
    'notice-unknown': () => acceptNotice({ answersKnown: false }, notice, now),
  })
  eachRefusal<ConsultationReason>({
    ...requiredTextCases(said => acceptConsultation({ heard: 'Residents', said, heardOn: day('2018-05-01') }, now)),
    'heard-in-the-future': () => acceptConsultation({ heard: 'R', said: 'S', heardOn: day('2018-06-02') }, now),
  })
  eachRefusal<ConstraintReason>({
    ...requiredTextCases(text => acceptConstraint({ ...law, text, effectiveTo: null })),
    'seat-named-twice': () => acceptConstraint({ ...law, binds: ['police', 'police'], effectiveTo: null }),
    'ends-before-it-begins': () => acceptConstraint({ ...law, effectiveTo: day('2018-01-01') }),
  })
  eachRefusal<SignOffReason>({
    ...requiredTextCases(opinion => acceptSignOff(signing, { ...signed, opinion }, now)),
    'resolution-closed': () => acceptSignOff({ ...signing, closesAt: now }, signed, now),
    'constraint-unknown': () => acceptSignOff({ ...signing, constraintKnown: false }, signed, now),
    'already-signed-off': () => acceptSignOff({ ...signing, signedBefore: true }, signed, now),
  })
  eachRefusal<EmergencyStopReason>({
    ...requiredTextCases(reason => acceptEmergencyStop(stopping, { seat: 'police', reason })),
    'not-in-force': () => acceptEmergencyStop({ ...stopping, inForce: false }, { seat: 'police', reason: 'Leak.' }),
    'no-emergency-stop': () => acceptEmergencyStop(stopping, { seat: 'prosecutor', reason: 'Leak.' }),
    'stopped-before': () =>
      acceptEmergencyStop({ ...stopping, stoppedBefore: true }, { seat: 'court', reason: 'Leak.' }),
  })
})

describe('keys of a seat', () => {
  eachRefusal<SeatKeyReason>({
    ...requiredTextCases(holder => acceptSeatKey({ keyTaken: false, keysOfSeat: 0 }, { holder })),
    'key-exists': () => acceptSeatKey({ keyTaken: true, keysOfSeat: 1 }, { holder: 'Judge' }),
  })
  eachRefusal<SeatKeyEndReason>({
    ...requiredTextCases(reason => acceptSeatKeyEnd({ seat: 'court', ended: false }, { seat: 'court', reason })),
    'key-unknown': () => acceptSeatKeyEnd(null, { seat: 'court', reason: 'Lost.' }),
    'key-of-another-seat': () => acceptSeatKeyEnd({ seat: 'police', ended: false }, { seat: 'court', reason: 'Lost.' }),
    'key-ended': () => acceptSeatKeyEnd({ seat: 'court', ended: true }, { seat: 'court', reason: 'Lost.' }),
  })
  test('the first key of a seat is its genesis, and no later one', () => {
    expect(acceptSeatKey({ keyTaken: false, keysOfSeat: 0 }, { holder: 'Judge' })).toMatchObject({ genesis: true })
    expect(acceptSeatKey({ keyTaken: false, keysOfSeat: 1 }, { holder: 'Judge' })).toMatchObject({ genesis: false })
  })
})

const version = (number: number, change: Partial<StandingFacts> = {}): StandingFacts => ({
  version: number,
  startsAt: at('2017-09-01T04:00:00Z'),
  endsAt: at('2018-09-01T04:00:00Z'),
  endedAt: null,
  endedWhy: null,
  stoppedAt: null,
  stoppedWhy: null,
  resumesAt: null,
  confirmed: true,
  ...change,
})
const stoppedAt = at('2018-05-30T12:00:00Z')
const superseded = { endedAt: at('2018-06-15T04:00:00Z'), endedWhy: 'superseded' }

describe('whether an agreement answers', () => {
  test.each<[string, StandingFacts[], object]>([
    ['nothing was put in force', [], { standing: 'drafted', version: null }],
    ['it has begun', [version(1)], { standing: 'in-force', why: null, version: 1 }],
    [
      'two agencies have not confirmed it yet',
      [version(1, { confirmed: false })],
      { standing: 'in-force', why: 'unconfirmed', version: 1 },
    ],
    ['it has not begun', [version(1, { startsAt: at('2018-06-02T04:00:00Z') })], { standing: 'not-begun', version: 1 }],
    ['its last day is over', [version(1, { endsAt: now })], { standing: 'ended', why: 'expired' }],
    [
      'two seats suspended it',
      [version(1, { stoppedAt, stoppedWhy: 'suspended' })],
      { standing: 'suspended', why: 'suspended' },
    ],
    [
      'an emergency stop is void',
      [version(1, { stoppedAt, stoppedWhy: 'emergency-stopped', resumesAt: now })],
      { standing: 'in-force' },
    ],
    [
      'it was terminated',
      [version(1, { endedAt: now, endedWhy: 'terminated' })],
      { standing: 'ended', why: 'terminated' },
    ],
    [
      'a newer version waits',
      [version(1, superseded), version(2, { startsAt: superseded.endedAt })],
      { standing: 'in-force', version: 1 },
    ],
    [
      'a newer version has begun',
      [version(1, { ...superseded, endedAt: stoppedAt }), version(2, { startsAt: stoppedAt })],
      { standing: 'in-force', version: 2 },
    ],
    [
      'a renewal begins after a gap',
      [version(1, { endsAt: stoppedAt }), version(2, { startsAt: superseded.endedAt })],
      { standing: 'not-begun', version: 2 },
    ],
  ])('%s', (_, versions, expected) => {
    expect(agreementStanding(versions, now)).toMatchObject(expected)
  })
})
