import { describe, expect, test } from 'vitest'
import {
  isRole,
  mayDo,
  mayViewRecord,
  type NotYours,
  type Permission,
  parties,
  permissions,
  permissionsOf,
  permissionTable,
  type Role,
  roles,
  rolesManagedBy,
  roleTable,
  seatOf,
  seats,
  whyNot,
} from '../../src/index.ts'
import { eachRefusal } from '../refusals.ts'

const partiesThatMay = (permission: Permission) =>
  [...new Set(permissionTable[permission].roles.flatMap(role => seatOf(role) ?? []))].sort()

describe('the table of who may do what', () => {
  test.each(permissions.map(permission => [permission]))(
    '%s is somebody’s act, and says how to ask for it',
    permission => {
      const { roles: allowed, act, ask } = permissionTable[permission]
      expect(allowed.length).toBeGreaterThan(0)
      expect(new Set(allowed).size).toBe(allowed.length)
      expect(`${act} ${ask}`).not.toMatch(/no bail|suspect|offender/i)
      for (const role of roles) {
        const refused = whyNot({ role }, permission)
        expect(refused === undefined).toBe(mayDo({ role }, permission))
        if (refused) expect(refused.say).toMatch(/^(A|An|Court|Police|The) .+[.;].+\.$/)
      }
    },
  )

  test('each act that changes a record is the act of one seat alone', () => {
    const acts = permissions.filter(permission =>
      /^(arrest\.(draft|report|correct)|charging\.(take|send-back|decide)|complaint|court-session\.open|listing|bail|arraignment|hold|departure)/.test(
        permission,
      ),
    )
    expect(acts.length).toBeGreaterThan(20)
    for (const act of acts) expect(partiesThatMay(act), act).toHaveLength(1)
  })

  test('police decide no charge and no bail, the court changes no arrest, the prosecutor files nothing', () => {
    expect(partiesThatMay('charging.decide')).toEqual(['prosecutor'])
    expect(partiesThatMay('arrest.correct')).toEqual(['police'])
    expect(partiesThatMay('complaint.file')).toEqual(['court'])
    expect(permissionTable['bail.set'].roles).toEqual(['magistrate'])
    expect(permissionTable['arraignment.hold'].roles).toEqual(['magistrate'])
    expect(permissionTable['bail.defense-request'].roles).toEqual(['defender'])
  })

  test('a visitor looks and does nothing else', () => {
    expect(permissionsOf({ role: 'visitor' }).every(permission => permission.endsWith('.view'))).toBe(true)
  })

  test('a manager keeps people and does none of their work', () => {
    for (const role of ['police-manager', 'prosecutor-manager', 'court-manager'] as const)
      for (const act of ['arrest.report', 'charging.decide', 'bail.set', 'departure.confirm'] as const)
        expect(mayDo({ role }, act), `${role} ${act}`).toBe(false)
  })

  test('says whom to ask: another seat by its name, one’s own seat by the role', () => {
    expect(whyNot({ role: 'court-clerk' }, 'arrest.correct')?.say).toBe(
      "Court can't change an arrest. Ask Police to correct it.",
    )
    expect(whyNot({ role: 'court-clerk' }, 'bail.set')?.say).toBe(
      "A court clerk can't set bail. Ask an Arraignment Court Magistrate to set it.",
    )
    expect(whyNot({ role: 'visitor' }, 'bail.set')).toMatchObject({ reason: 'sign-in-first' })
  })
})

describe('an act of somebody else', () => {
  eachRefusal<NotYours>({
    'sign-in-first': () => whyNot({ role: 'visitor' }, 'bail.set'),
    'not-your-act': () => whyNot({ role: 'court-clerk' }, 'arrest.correct'),
    'not-your-role': () => whyNot({ role: 'court-clerk' }, 'bail.set'),
  })
})

describe('the roles', () => {
  test('each act for a party there is, and each account of theirs is kept by one seat', () => {
    for (const role of roles) {
      const party = seatOf(role)
      if (party !== null) expect(parties).toContain(party)
      expect(isRole(role)).toBe(true)
    }
    const kept = seats.flatMap(rolesManagedBy)
    expect(new Set(kept).size).toBe(kept.length)
    expect(roles.filter(role => !kept.includes(role))).toEqual(['city-driver', 'visitor'])
  })

  test('of one party are kept by that party, and the defenders by the court', () => {
    for (const role of seats.flatMap(rolesManagedBy)) {
      const { party, managedBy } = roleTable[role]
      expect(managedBy).toBe(party === 'defense' ? 'court' : party)
    }
  })

  test.each(['__proto__', 'constructor', 'MAGISTRATE', ''])('%j is none', text => {
    expect(isRole(text)).toBe(false)
  })
})

describe('a record', () => {
  const view = (role: Role, counselOfDockets: (string | null)[]) => mayViewRecord({ role }, { counselOfDockets })

  test('is open to the defense from the filing of the complaint on, and only as counsel on record', () => {
    expect(view('defender', ['defender'])).toEqual({ kind: 'accepted' })
    expect(view('defender', ['private', 'defender'])).toEqual({ kind: 'accepted' })
    expect(view('defender', [])).toMatchObject({ reason: 'complaint-not-filed' })
    expect(view('defender', ['private'])).toMatchObject({ reason: 'not-your-client' })
    expect(view('defender', [null])).toMatchObject({ reason: 'not-your-client' })
  })

  eachRefusal<'complaint-not-filed' | 'not-your-client'>({
    'complaint-not-filed': () => view('defender', []),
    'not-your-client': () => view('defender', ['private']),
  })

  test('is open to the custodians whoever defends', () => {
    for (const role of ['detective', 'charging-attorney', 'magistrate'] as const)
      expect(view(role, [])).toEqual({ kind: 'accepted' })
  })
})
