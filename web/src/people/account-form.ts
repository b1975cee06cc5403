import type { AnswerOf, addAccount, BodyOf, changeAccount, listStaff } from '@pars/contract'
import { isRole, kindOf } from '@pars/domain'
import type { FieldError } from '../api.ts'
import { peopleWords } from '../words/people.ts'

const { errors: words } = peopleWords

export type Account = AnswerOf<typeof listStaff>['people'][number]

export interface AccountFields {
  displayName: string
  role: string
  badge: string
  organization: string
  issuer: string
  subject: string
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** A new person most likely signs in where the others do. */
export const blankAccount = (people: readonly Account[]): AccountFields => ({
  displayName: '',
  role: '',
  badge: '',
  organization: '',
  issuer: people.find(({ endedAt }) => endedAt === null)?.issuer ?? '',
  subject: '',
})
export const fieldsOfAccount = ({
  displayName,
  role,
  badge,
  organization,
  issuer,
  subject,
}: Account): AccountFields => ({
  displayName,
  role,
  badge: badge ?? '',
  organization: organization ?? '',
  issuer,
  subject,
})

const missing = (
  fields: AccountFields,
  names: readonly ('displayName' | 'role' | 'issuer' | 'subject')[],
): FieldError[] =>
  names.flatMap(name => (fields[name].trim() === '' ? [{ pointer: `/${name}`, message: words[name] }] : []))

/** The body of a change, or what is missing. Who somebody is at the provider never changes: that would be another person. */
export const readChange = (fields: AccountFields): { body?: BodyOf<typeof changeAccount>; errors: FieldError[] } => {
  const errors = missing(fields, ['displayName', 'role'])
  if (errors.length > 0) return { errors }
  const { displayName, role, badge, organization } = fields
  return {
    body: { displayName: displayName.trim(), role, badge: orNull(badge), organization: orNull(organization) },
    errors,
  }
}

/** The body of a new account; whether it is a person or a system follows from the role. */
export const readAccount = (fields: AccountFields): { body?: BodyOf<typeof addAccount>; errors: FieldError[] } => {
  const { role, issuer, subject } = fields
  const errors = missing(fields, ['displayName', 'role', 'issuer', 'subject'])
  const { body } = readChange(fields)
  if (errors.length > 0 || !body) return { errors }
  const kind = isRole(role) ? kindOf(role) : 'person'
  return { body: { ...body, kind, issuer: issuer.trim(), subject: subject.trim() }, errors }
}
