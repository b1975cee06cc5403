import { viewPartner } from '@pars/contract'
import type { UnitTerm } from '@pars/terms'
import { useCall } from '../../api.ts'

/** The units of a partner as terms name them; undefined until they are known. */
export const usePartnerUnits = (partnerId: string | undefined): UnitTerm[] | undefined => {
  const { data } = useCall(viewPartner, { params: { partnerId: partnerId ?? '' }, enabled: partnerId !== undefined })
  if (!data || data.partnerId !== partnerId) return undefined
  return data.units.map(({ code, name, function: does }) => ({ code, name, function: does }))
}
