import { describe, expect, test } from 'vitest'
import { accountId } from '../../tests/examples.ts'
import { eachRefusal, namePartCases, requiredTextCases } from '../../tests/refusals.ts'
import { type AccountChangeReason, acceptAccountChange } from './accept-account-change.ts'
import { type AccountEndReason, acceptAccountEnd } from './accept-account-end.ts'
import { type AccountOffered, acceptNewAccount, type NewAccountReason } from './accept-new-account.ts'
import type { AccountFacts, StaffFacts } from './check-keeping.ts'
import { type Role, roles } from './roles.ts'

const actor = (role: Role, number = 1) => ({ accountId: accountId(number), role })
const courtManager = actor('court-manager')
const staffFacts: StaffFacts = { managers: 2, actorEnded: false }
const offered = (change: Partial<AccountOffered> = {}): AccountOffered => ({
  displayName: 'Clerk Made-Up',
  role: 'court-clerk',
  kind: 'person',
  badge: null,
  organization: null,
  issuer: 'https://issuer.test',
  subject: 'clerk-7',
  ...change,
})
const clerk = { displayName: 'Clerk Made-Up', badge: null, organization: null }
const account = (change: Partial<AccountFacts> = {}) => ({
  accountId: accountId(7),
  role: 'court-clerk' as Role,
  ended: false,
  ...clerk,
  ...change,
})

const add = (change: Partial<AccountOffered>, by = courtManager, facts: Partial<StaffFacts> = {}) =>
  acceptNewAccount({ ...staffFacts, ...facts, subjectTaken: false }, by, offered(change))
const alter = (
  change: Partial<ReturnType<typeof account>>,
  {
    of = account(),
    by = courtManager,
    facts = {} as Partial<StaffFacts & { version: number; versionGiven: number | null }>,
  } = {},
) =>
  acceptAccountChange({ ...staffFacts, version: 3, versionGiven: 3, ...facts }, by, {
    account: of,
    change: { role: of.role, ...clerk, ...change },
  })
const end = (change: Partial<AccountFacts>, { by = courtManager, facts = {}, reason = 'Left the court.' } = {}) =>
  acceptAccountEnd({ ...staffFacts, ...facts }, by, { account: account(change), reason })

describe('adding an account', () => {
  eachRefusal<NewAccountReason>({
    ...namePartCases(displayName => add({ displayName })),
    'not-a-manager': () => add({}, actor('court-clerk')),
    'own-account-ended': () => add({}, courtManager, { actorEnded: true }),
    'other-seats-people': () => add({}, actor('police-manager')),
    'role-unknown': () => add({ role: 'judge-of-everything' }),
    'kind-of-another-role': () => add({ kind: 'system' }),
    'account-exists': () => acceptNewAccount({ ...staffFacts, subjectTaken: true }, courtManager, offered()),
  })

  test('nobody is a visitor by account, and no seat keeps the city driver', () => {
    expect(add({ role: 'visitor' })).toMatchObject({ reason: 'role-unknown' })
    expect(add({ role: 'city-driver', kind: 'system' })).toMatchObject({ reason: 'other-seats-people' })
  })

  test("the court's manager keeps the court's people and the defenders, and nobody else's", () => {
    const kept = roles.filter(role => {
      const kinds = (['person', 'system'] as const).map(kind => add({ role, kind }).kind)
      return kinds.includes('accepted')
    })
    expect(kept).toEqual([
      'pretrial-officer',
      'court-clerk',
      'magistrate',
      'court-manager',
      'court-representative',
      'court-system',
      'defender',
    ])
    expect(add({ role: 'defender' })).toEqual({ kind: 'accepted', role: 'defender', party: 'defense' })
  })
})

describe('changing an account', () => {
  const manager = account({ role: 'court-manager' })
  eachRefusal<AccountChangeReason>({
    ...namePartCases(displayName => alter({ displayName })),
    'not-a-manager': () => alter({}, { by: actor('magistrate') }),
    'own-account-ended': () => alter({ displayName: 'New' }, { facts: { actorEnded: true } }),
    'other-seats-people': () => alter({}, { by: actor('prosecutor-manager') }),
    'account-ended': () => alter({}, { of: account({ ended: true }) }),
    'version-missing': () => alter({}, { facts: { versionGiven: null } }),
    'version-changed': () => alter({}, { facts: { versionGiven: 2 } }),
    'role-unknown': () => alter({ role: 'judge' as Role }),
    'role-of-another-party': () => alter({ role: 'defender' }),
    'last-manager': () => alter({ role: 'magistrate' }, { of: manager, facts: { managers: 1 } }),
    'own-account': () =>
      alter({ role: 'magistrate' }, { of: account({ accountId: accountId(1), role: 'court-manager' }) }),
    'nothing-changed': () => alter({}),
  })

  test('a person never becomes a system', () => {
    expect(alter({ role: 'court-system' })).toMatchObject({ reason: 'role-of-another-party' })
  })

  test('the last manager may correct a name, their own included', () => {
    const own = account({ accountId: accountId(1), role: 'court-manager' })
    expect(alter({ displayName: 'M. Made-Up' }, { of: own, facts: { managers: 1 } })).toMatchObject({
      kind: 'accepted',
    })
  })
})

describe('ending an account', () => {
  eachRefusal<AccountEndReason>({
    ...requiredTextCases(reason => end({}, { reason })),
    'not-a-manager': () => end({}, { by: actor('court-clerk') }),
    'own-account-ended': () => end({}, { facts: { actorEnded: true } }),
    'other-seats-people': () => end({ role: 'booking-officer' }),
    'account-ended': () => end({ ended: true }),
    'last-manager': () => end({ role: 'court-manager' }, { facts: { managers: 1 } }),
    'own-account': () => end({ accountId: accountId(1), role: 'court-manager' }),
  })

  test("the court's manager ends a defender's account", () => {
    expect(end({ role: 'defender' })).toEqual({ kind: 'accepted' })
  })
})
