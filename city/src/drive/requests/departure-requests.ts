import { acknowledgeDeparture, confirmDeparture, proposeDeparture } from '@pars/contract'
import type { Deed } from '../../plan/act.ts'
import { type Basis, destinations } from '../../plan/plan-departure.ts'
import { instantText } from '../../time/city-time.ts'
import { subjectOf } from '../accounts.ts'
import { known } from '../case-ids.ts'
import { type Request, request, type Setting } from './request.ts'

type Of<K extends Deed['kind']> = Extract<Deed, { kind: K }>

const departureParams = ({ ids }: Setting) => ({ departureId: known(ids.departureId, 'departure') })

const otherwise = (basis: Basis): Of<'propose'>['body'] => ({ basis, destination: destinations[basis], summons: null })

export const proposeRequest = ({ body }: Of<'propose'>, setting: Setting): Request =>
  request(proposeDeparture, subjectOf.propose, {
    params: { arrestId: known(setting.ids.arrestId, 'arrest') },
    body: { ...(setting.basis ? otherwise(setting.basis) : body), holdsChecked: true },
    learn({ departureId }) {
      setting.ids.departureId = departureId
    },
  })

export const confirmRequest = (setting: Setting): Request =>
  request(confirmDeparture, subjectOf.confirm, { params: departureParams(setting), body: { holdsChecked: true } })

export const acknowledgeRequest = ({ name }: Of<'acknowledge'>, setting: Setting): Request =>
  request(acknowledgeDeparture, subjectOf.acknowledge, {
    params: departureParams(setting),
    body: { acknowledgedByName: name, leftAt: instantText(setting.saidAt) },
  })
