import type { Deed } from '../../plan/act.ts'
import { complaintRequest, decideRequest, sendBackRequest, takeRequest } from './charging-requests.ts'
import {
  arraignRequest,
  askRequest,
  fileRequest,
  listRequest,
  notProducedRequest,
  orderRequest,
  refuseRequest,
} from './court-requests.ts'
import { acknowledgeRequest, confirmRequest, proposeRequest } from './departure-requests.ts'
import {
  correctRequest,
  draftRequest,
  holdRequest,
  liftHoldRequest,
  reportRequest,
  sendRequest,
} from './report-requests.ts'
import type { Request, Setting } from './request.ts'

/** What a planned deed asks of the API, and of whom. Throws IdNotKnown when an act before it has not told an id. */
export const requestOf = (deed: Deed, setting: Setting): Request => {
  switch (deed.kind) {
    case 'draft':
      return draftRequest(setting)
    case 'send':
      return sendRequest(setting)
    case 'report':
      return reportRequest(setting)
    case 'hold':
      return holdRequest(deed, setting)
    case 'lift-hold':
      return liftHoldRequest(deed, setting)
    case 'take':
      return takeRequest(setting)
    case 'send-back':
      return sendBackRequest(deed, setting)
    case 'correct':
      return correctRequest(deed, setting)
    case 'decide':
      return decideRequest(deed, setting)
    case 'complaint':
      return complaintRequest(deed, setting)
    case 'file':
      return fileRequest(deed, setting)
    case 'list':
      return listRequest(deed, setting)
    case 'not-produced':
      return notProducedRequest(deed, setting)
    case 'guideline':
    case 'request':
    case 'defense-request':
      return askRequest(deed, setting)
    case 'arraign':
      return arraignRequest(deed, setting)
    case 'order':
      return orderRequest(deed, setting)
    case 'refuse':
      return refuseRequest(deed, setting)
    case 'propose':
      return proposeRequest(deed, setting)
    case 'confirm':
      return confirmRequest(setting)
    case 'acknowledge':
      return acknowledgeRequest(deed, setting)
  }
}
