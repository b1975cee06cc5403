import { departureBases, holdKinds } from '@pars/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, instant, receipt, required, text } from '../shapes.ts'

const tag = 'custody'
const arrestParams = z.strictObject({ arrestId: id('arr') })
const departureParams = z.strictObject({ departureId: id('dep') })
const departed = z.strictObject({ departureId: id('dep'), receipt })

export const recordHold = endpoint({
  name: 'hold.record',
  permission: 'hold.record',
  method: 'POST',
  path: '/api/arrests/{arrestId}/holds',
  tag,
  status: 201,
  summary: 'Record a hold of another authority. A detainer request is not a hold and has no place here.',
  params: arrestParams,
  body: z.strictObject({ kind: z.enum(holdKinds), issuer: required(200), reference: text(100).nullable() }),
  answer: z.strictObject({ holdId: id('hld'), receipt }),
  refusals: ['person-has-left', 'hold-exists', 'judicial-warrant-without-reference', 'text-empty'],
  example: { body: { kind: 'bench-warrant', issuer: 'Municipal Court', reference: 'MC-51-CR-0099998-2098' } },
})
export const liftHold = endpoint({
  name: 'hold.lift',
  permission: 'hold.lift',
  method: 'POST',
  path: '/api/holds/{holdId}/lift',
  tag,
  summary: 'Lift a hold, with the reason.',
  params: z.strictObject({ holdId: id('hld') }),
  body: z.strictObject({ reason: required(500) }),
  answer: z.strictObject({ holdId: id('hld'), receipt }),
  refusals: ['already-lifted', 'text-empty'],
  example: { body: { reason: 'The court withdrew the bench warrant.' } },
})
export const proposeDeparture = endpoint({
  name: 'departure.propose',
  permission: 'departure.propose',
  method: 'POST',
  path: '/api/arrests/{arrestId}/departures',
  tag,
  status: 201,
  summary: 'First of three acts of a release or commitment: the basis, and that the holds were checked.',
  params: arrestParams,
  body: z.strictObject({
    basis: z.enum(departureBases),
    destination: required(200),
    holdsChecked: z.boolean(),
    /** Rule 519(B) only. */
    summons: z.strictObject({ noDanger: z.boolean(), likelyToAppear: z.boolean() }).nullable().default(null),
  }),
  answer: departed,
  refusals: [
    'already-left',
    'departure-open',
    'not-sent',
    'hold-open',
    'docket-undecided',
    'basis-contradicts-facts',
    'holds-not-checked',
    'grade-too-high',
    'danger',
    'not-likely-to-appear',
  ],
  example: {
    body: {
      basis: 'bail-without-money',
      destination: 'Released at the booking center',
      holdsChecked: true,
      summons: null,
    },
  },
})
export const confirmDeparture = endpoint({
  name: 'departure.confirm',
  permission: 'departure.confirm',
  method: 'POST',
  path: '/api/departures/{departureId}/confirmation',
  tag,
  summary: 'Second act, by another person, who checks the holds again.',
  params: departureParams,
  body: z.strictObject({ holdsChecked: z.boolean() }),
  answer: departed,
  refusals: [
    'departure-missing',
    'already-confirmed',
    'same-person',
    'hold-open',
    'basis-contradicts-facts',
    'holds-not-checked',
    'already-left',
  ],
  example: { body: { holdsChecked: true } },
})
export const withdrawDeparture = endpoint({
  name: 'departure.withdraw',
  permission: 'departure.propose',
  method: 'POST',
  path: '/api/departures/{departureId}/withdrawal',
  tag,
  summary: 'Withdraw a proposed release or commitment before the person has left.',
  params: departureParams,
  body: z.strictObject({ reason: required(500) }),
  answer: departed,
  refusals: ['already-left', 'departure-missing', 'text-empty'],
  example: { body: { reason: 'Proposed on the wrong arrest.' } },
})
export const acknowledgeDeparture = endpoint({
  name: 'departure.acknowledge',
  permission: 'departure.acknowledge',
  method: 'POST',
  path: '/api/departures/{departureId}/acknowledgment',
  tag,
  summary: 'Third act: the order was delivered and the person has left. The custody clock stops.',
  params: departureParams,
  body: z.strictObject({ acknowledgedByName: required(200), leftAt: instant }),
  answer: departed,
  refusals: [
    'departure-missing',
    'not-confirmed',
    'hold-open',
    'left-before-confirmation',
    'left-in-future',
    'already-left',
  ],
  example: { body: { acknowledgedByName: 'Officer R. Farrow', leftAt: '2026-01-06T06:30:00-05:00' } },
})
export const departureDesk = endpoint({
  name: 'departure.desk',
  permission: 'departure.propose',
  method: 'GET',
  path: '/api/departures/desk',
  tag,
  summary: 'Everybody who may leave or must be committed, and what is proposed, confirmed or waits for acknowledgment.',
  answer: z.strictObject({
    now: instant,
    rows: z.array(
      z.strictObject({
        arrestId: id('arr'),
        name: z.string(),
        arrestedAt: instant,
        words: z.string(),
        openHolds: z.int(),
        suggestedBasis: z.enum(departureBases).nullable(),
        departureId: id('dep').nullable(),
        state: z.enum(['to-propose', 'proposed', 'confirmed']),
        proposedBy: z.string().nullable(),
      }),
    ),
  }),
})
