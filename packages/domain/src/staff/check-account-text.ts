import type { Refused } from '../decision.ts'
import { checkLine, checkNamePart, type NamePartReason } from '../text/check-text.ts'

/** What an account says of somebody, beside role and sign-in. */
export interface AccountText {
  displayName: string
  badge: string | null
  organization: string | null
}
export type AccountTextReason = NamePartReason

export const checkAccountText = ({
  displayName,
  badge,
  organization,
}: AccountText): (() => Refused<AccountTextReason> | undefined)[] => [
  () => checkNamePart(displayName, { label: 'name', at: 'displayName' }),
  () => checkLine(badge, { label: 'badge', at: 'badge' }),
  () => checkLine(organization, { label: 'organization', at: 'organization' }),
]
