import type { QueryOf, viewArrest } from '@pars/contract'
import type { Party } from '@pars/domain'

type Access = Pick<QueryOf<typeof viewArrest>, 'purpose' | 'forWhom'>
export type Purpose = NonNullable<Access['purpose']>

export const purposes = [
  'own-duty',
  'charging',
  'court',
  'defense',
  'release',
  'correction',
  'supervision',
  'audit',
  'other',
] as const satisfies readonly Purpose[]

const usual: Partial<Record<Party, Purpose>> = { prosecutor: 'charging', court: 'court', defense: 'defense' }

const isPurpose = (text: string | undefined): text is Purpose => purposes.some(each => each === text)

/** Why a record is opened: what the address says, else the usual purpose of the reader's seat. */
export const purposeOf = (party: Party | undefined, purpose?: string, forWhom?: string): Access => ({
  purpose: isPurpose(purpose) ? purpose : ((party && usual[party]) ?? 'own-duty'),
  ...(forWhom ? { forWhom } : {}),
})
