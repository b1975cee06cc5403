import { bailReasons, bailTermReasons, bailTypes, conditionKinds } from '@pars/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { access, bailAsk, id, receipt, required, text } from '../shapes.ts'

const tag = 'court'
const docketParams = z.strictObject({ docketId: id('dkt') })
const done = z.strictObject({ docketId: id('dkt'), receipt })

const askBody = {
  params: docketParams,
  body: bailAsk,
  answer: done,
  refusals: ['complaint-not-filed', 'not-your-client', 'discharged', 'order-made', ...bailTermReasons],
}
const askExample = { body: { types: ['monetary'], amountCents: 2_500_000, depositPercent: 10, note: null } }
export const requestBail = endpoint({
  name: 'bail.request',
  permission: 'bail.request',
  method: 'POST',
  path: '/api/dockets/{docketId}/bail/request',
  tag,
  summary: "The Commonwealth's request. Entered by the prosecutor only.",
  ...askBody,
  example: askExample,
})
export const requestDefenseBail = endpoint({
  name: 'bail.defense-request',
  permission: 'bail.defense-request',
  method: 'POST',
  path: '/api/dockets/{docketId}/bail/defense-request',
  tag,
  summary: "The defense's request. Entered by the defense only.",
  ...askBody,
  example: { body: { types: ['ror'], amountCents: null, depositPercent: null, note: null } },
})
export const recommendBail = endpoint({
  name: 'bail.recommend',
  permission: 'bail.recommend',
  method: 'POST',
  path: '/api/dockets/{docketId}/bail/guideline',
  tag,
  summary: 'The bail guideline or Pretrial recommendation. Entered by pretrial services, who sit with the court.',
  ...askBody,
  example: askExample,
})
export const setBail = endpoint({
  name: 'bail.set',
  permission: 'bail.set',
  method: 'POST',
  path: '/api/dockets/{docketId}/bail/order',
  tag,
  summary: 'The order: Rule 524 types in combination, conditions, reasons, ability to pay.',
  params: docketParams,
  body: z.strictObject({
    types: z.array(z.enum(bailTypes)).min(1).max(5),
    amountCents: z.int().min(0).max(100_000_000_000).nullable(),
    depositPercent: z.int().min(0).max(100).nullable(),
    conditions: z.array(z.strictObject({ kind: z.enum(conditionKinds), text: required(2000) })).max(30),
    reasons: z.array(z.enum(bailReasons)).max(20),
    reasonNote: text(2000).nullable(),
    abilityToPayConsidered: z.boolean(),
    abilityToPayNote: text(2000).nullable(),
    dangerFound: z.boolean(),
  }),
  answer: done.extend({ words: z.string() }),
  refusals: [
    'not-arraigned',
    'discharged',
    'order-exists',
    'money-without-ability-to-pay',
    'money-without-reasons',
    'conditions-missing',
    'condition-not-specific',
    'stay-away-missing',
    'no-new-offenses-missing',
    ...bailTermReasons,
  ],
  example: {
    body: {
      types: ['monetary', 'nonmonetary'],
      amountCents: 2_500_000,
      depositPercent: 10,
      conditions: [{ kind: 'reporting', text: 'Report to Pretrial Services by telephone every Monday.' }],
      reasons: ['nature-of-offense'],
      reasonNote: null,
      abilityToPayConsidered: true,
      abilityToPayNote: 'Works part time.',
      dangerFound: false,
    },
  },
})
export const refuseBail = endpoint({
  name: 'bail.refuse',
  permission: 'bail.refuse',
  method: 'POST',
  path: '/api/dockets/{docketId}/bail/refusal',
  tag,
  summary: 'Refuse bail, with the reasons that Rule 520 demands.',
  params: docketParams,
  body: z.strictObject({ reasons: z.array(z.enum(bailReasons)).max(20), reasonNote: text(2000) }),
  answer: done.extend({ words: z.string() }),
  refusals: ['not-arraigned', 'discharged', 'order-exists', 'refusal-without-reasons'],
  example: {
    body: {
      reasons: ['danger-to-others'],
      reasonNote: 'Stated on the record: weapon used, threat repeated at the hearing.',
    },
  },
})
export const bondPaper = endpoint({
  name: 'bond.paper',
  permission: 'paper.print',
  method: 'GET',
  path: '/api/dockets/{docketId}/bond',
  tag,
  summary:
    'The bail bond with its conditions as a tagged PDF; where bail was refused, the order that says so. Each printing is journaled.',
  params: docketParams,
  query: access,
  answer: z.unknown(),
  refusals: ['no-bail-order'],
  produces: 'application/pdf',
})
