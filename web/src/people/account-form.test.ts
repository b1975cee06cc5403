import { describe, expect, it } from 'vitest'
import {
  type Account,
  type AccountFields,
  blankAccount,
  fieldsOfAccount,
  readAccount,
  readChange,
} from './account-form.ts'

const account = {
  displayName: 'Clerk Court',
  role: 'court-clerk',
  badge: null,
  organization: null,
  issuer: 'https://id.example',
  subject: 'clerk',
  endedAt: null,
  version: 3,
} as unknown as Account
const fields: AccountFields = { ...fieldsOfAccount(account), displayName: ' Nora Page ', badge: '  ' }

describe('a new account', () => {
  it('names everything that is missing', () =>
    expect(readAccount(blankAccount([])).errors.map(({ pointer }) => pointer)).toEqual([
      '/displayName',
      '/role',
      '/issuer',
      '/subject',
    ]))
  it('starts with the provider where the others sign in, and not where somebody once did', () => {
    expect(blankAccount([account]).issuer).toBe('https://id.example')
    expect(blankAccount([{ ...account, endedAt: '2026-01-01T00:00:00.000Z' } as Account]).issuer).toBe('')
  })
  it('is a person or a system by its role', () => {
    expect(readAccount(fields).body?.kind).toBe('person')
    expect(readAccount({ ...fields, role: 'court-system' }).body?.kind).toBe('system')
  })
  it('has no badge where only blanks were typed', () =>
    expect(readAccount(fields).body).toMatchObject({ displayName: 'Nora Page', badge: null }))
})

describe('a change of an account', () => {
  it('never carries issuer or subject', () =>
    expect(Object.keys(readChange(fields).body ?? {}).sort()).toEqual(['badge', 'displayName', 'organization', 'role']))
})
