import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, instant, party, receipt, required, text } from '../shapes.ts'

const tag = 'staff'
export const account = z
  .strictObject({
    accountId: id('acc'),
    displayName: z.string(),
    party,
    role: z.string(),
    kind: z.enum(['person', 'system']),
    badge: z.string().nullable(),
    organization: z.string().nullable(),
    issuer: z.string(),
    subject: z.string(),
    endedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Account' })
export const listStaff = endpoint({
  name: 'staff.view',
  permission: 'staff.view',
  method: 'GET',
  path: '/api/staff',
  tag,
  summary: "The people of the reader's own seat; for the court also the defenders.",
  answer: z.strictObject({ people: z.array(account), roles: z.array(z.string()), may: z.array(z.string()) }),
})
export const addAccount = endpoint({
  name: 'staff.add',
  permission: 'staff.add',
  method: 'POST',
  path: '/api/staff',
  tag,
  status: 201,
  summary: 'Give somebody a place in your seat: the issuer and subject of the identity provider, mapped to one role.',
  body: z.strictObject({
    displayName: required(200),
    role: required(40),
    kind: z.enum(['person', 'system']),
    badge: text(20).nullable(),
    organization: text(200).nullable(),
    issuer: required(300),
    subject: required(200),
  }),
  answer: z.strictObject({ accountId: id('acc'), receipt }),
  refusals: ['other-seats-people', 'role-unknown', 'kind-of-another-role', 'account-exists', 'text-empty'],
  example: {
    body: {
      displayName: 'R. Farrow',
      role: 'detective',
      kind: 'person',
      badge: '4417',
      organization: null,
      issuer: 'https://identity.example',
      subject: 'r.farrow',
    },
  },
})
export const changeAccount = endpoint({
  name: 'staff.change',
  permission: 'staff.change',
  method: 'PUT',
  path: '/api/staff/{accountId}',
  tag,
  summary: "Change a person's name, role, badge or organization.",
  params: z.strictObject({ accountId: id('acc') }),
  body: z.strictObject({
    displayName: required(200),
    role: required(40),
    badge: text(20).nullable(),
    organization: text(200).nullable(),
  }),
  answer: z.strictObject({ accountId: id('acc'), receipt }),
  ifMatch: true,
  refusals: [
    'other-seats-people',
    'role-unknown',
    'role-of-another-party',
    'own-account',
    'last-manager',
    'account-ended',
    'version-changed',
    'nothing-changed',
  ],
  example: { body: { displayName: 'R. Farrow', role: 'police-supervisor', badge: '4417', organization: null } },
})
export const endAccount = endpoint({
  name: 'staff.end',
  permission: 'staff.end',
  method: 'POST',
  path: '/api/staff/{accountId}/end',
  tag,
  summary: 'End an account: every sign-in of it stops at once.',
  params: z.strictObject({ accountId: id('acc') }),
  body: z.strictObject({ reason: required(500) }),
  answer: z.strictObject({ accountId: id('acc'), receipt }),
  refusals: ['other-seats-people', 'last-manager', 'account-ended', 'own-account', 'text-empty'],
  example: { body: { reason: 'Moved to another unit.' } },
})
