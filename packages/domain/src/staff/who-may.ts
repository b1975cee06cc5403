import { type Refused, refuse } from '../decision.ts'
import type { AccountId } from '../ids.ts'
import type { Party } from '../seats.ts'
import { type Permission, permissions, permissionTable } from './permissions.ts'
import { kindOf, type Role, roleTable, seatOf } from './roles.ts'

/** Who acts: an account with its role; a visitor has no account. */
export interface Actor {
  accountId: AccountId | null
  role: Role
}

export const mayDo = ({ role }: Pick<Actor, 'role'>, permission: Permission): boolean => {
  const allowed: readonly Role[] = permissionTable[permission].roles
  return allowed.includes(role)
}

export const permissionsOf = (actor: Pick<Actor, 'role'>): Permission[] =>
  permissions.filter(permission => mayDo(actor, permission))

export const partyTitles: { [P in Party]: string } = {
  police: 'Police',
  prosecutor: 'the prosecutor',
  court: 'Court',
  defense: 'the defense',
  system: 'the system',
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
const withArticle = (title: string): string => `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${lower(title)}`
const lower = (title: string): string => (title.startsWith('Arraignment Court') ? title : title.toLowerCase())

export type NotYours = 'sign-in-first' | 'not-your-act' | 'not-your-role'

/** Why an actor may not: whose act it is, and whom to ask. Undefined where the actor may. */
export const whyNot = (actor: Pick<Actor, 'role'>, permission: Permission): Refused<NotYours> | undefined => {
  if (mayDo(actor, permission)) return undefined
  const { roles, act, ask } = permissionTable[permission]
  const own = seatOf(actor.role)
  if (own === null) return refuse('sign-in-first', `A visitor can look but not ${act}; sign in to do it.`)
  const people = roles.filter(role => role !== 'visitor' && kindOf(role) === 'person')
  const parties = [...new Set(people.flatMap(role => seatOf(role) ?? []))]
  if (!parties.includes(own)) {
    const whom = joined(parties.map(party => partyTitles[party]))
    return refuse('not-your-act', `${sentenceCase(partyTitles[own])} can't ${act}. Ask ${whom} to ${ask}.`)
  }
  const peers = people.filter(role => seatOf(role) === own).map(role => withArticle(roleTable[role].title))
  return refuse(
    'not-your-role',
    `${sentenceCase(withArticle(roleTable[actor.role].title))} can't ${act}. Ask ${joined(peers)} to ${ask}.`,
  )
}
