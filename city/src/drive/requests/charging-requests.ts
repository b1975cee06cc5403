import { type BodyOf, decideCharges, makeComplaint, sendBack, takeCharging } from '@pars/contract'
import type { Deed, PlannedDecision } from '../../plan/act.ts'
import { instantText } from '../../time/city-time.ts'
import { subjectOf } from '../accounts.ts'
import { type CaseIds, known } from '../case-ids.ts'
import { type Request, request, type Setting } from './request.ts'

type Of<K extends Deed['kind']> = Extract<Deed, { kind: K }>
type Decision = BodyOf<typeof decideCharges>['decisions'][number]

const arrestParams = ({ ids }: Setting) => ({ arrestId: known(ids.arrestId, 'arrest') })

export const takeRequest = (setting: Setting): Request =>
  request(takeCharging, subjectOf.take, { params: arrestParams(setting) })

export const sendBackRequest = ({ body }: Of<'send-back'>, setting: Setting): Request =>
  request(sendBack, subjectOf['send-back'], { params: arrestParams(setting), body })

const withId = (planned: PlannedDecision, { policeChargeIds }: CaseIds): Decision => {
  if (planned.kind === 'added') return planned as Decision
  const { position, ...decision } = planned
  return { ...decision, policeChargeId: known(policeChargeIds[position], 'police charge') } as Decision
}

export const decideRequest = ({ decisions }: Of<'decide'>, setting: Setting): Request =>
  request(decideCharges, subjectOf.decide, {
    params: arrestParams(setting),
    body: {
      arrestVersion: setting.ids.version,
      decisions: decisions.map(decision => withId(decision, setting.ids)),
    },
    learn({ chargeIds }) {
      setting.ids.chargeIds = chargeIds
    },
  })

export const complaintRequest = ({ docket, charges, body }: Of<'complaint'>, setting: Setting): Request =>
  request(makeComplaint, subjectOf.complaint, {
    params: arrestParams(setting),
    body: {
      ...body,
      chargeIds: charges.map(position => known(setting.ids.chargeIds[position], 'charge')),
      verifiedAt: instantText(setting.saidAt),
    },
    learn({ complaintId }) {
      setting.ids.complaintIds[docket] = complaintId
    },
  })
