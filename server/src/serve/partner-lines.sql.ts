import type { Statement } from '../db/statement.ts'

/** As the keeper: each partner's own login role, oldest first. */
export const selectPartnerRoles: Statement = {
  name: 'select-partner-roles',
  text: 'select door from partner.partner order by made_at, partner_id',
  values: [],
}
