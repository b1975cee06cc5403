import * as contract from '@pars/contract'
import type { OfficerId, PartnerId, UnitId } from '@pars/domain'
import { certifyOfficer, recertifyOfficer } from '../partners/certify-officer.ts'
import { loadPartner, loadPartners } from '../partners/load-partners.ts'
import { registerKey } from '../partners/register-key.ts'
import { registerPartner, registerUnit } from '../partners/register-partner.ts'
import { setSwitch } from '../partners/set-switch.ts'
import { lookAt } from './look-at.ts'
import { HttpProblem } from './problem.ts'
import { act, type Route } from './route.ts'

/** Outside agencies, their units, officers, keys and the one switch. */
export const partnerRoutes: readonly Route[] = [
  lookAt(contract.listPartners, 'partner.view', (read, { actor }) => loadPartners(read, actor)),
  lookAt(contract.viewPartner, 'partner.view', async (read, _reader, { params }) => {
    const partner = await loadPartner(read, params.partnerId as PartnerId)
    if (!partner) throw new HttpProblem(404, 'not-found', 'There is no such partner. Look for it in the list.')
    return partner
  }),
  act(contract.registerPartner, registerPartner, ({ body }) => body),
  act(contract.registerUnit, registerUnit, ({ params, body }) => ({
    partnerId: params.partnerId as PartnerId,
    ...body,
  })),
  act(contract.certifyOfficer, certifyOfficer, ({ params, body }) => ({ unitId: params.unitId as UnitId, ...body })),
  act(contract.recertifyOfficer, recertifyOfficer, ({ params, body }) => ({
    officerId: params.officerId as OfficerId,
    ...body,
  })),
  act(contract.registerPartnerKey, registerKey, ({ params, body }) => ({ unitId: params.unitId as UnitId, ...body })),
  act(contract.setPartnerSwitch, setSwitch, ({ body }) => body),
]
