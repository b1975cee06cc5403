import {
  addListing,
  fileComplaint,
  holdArraignment,
  markNotProduced,
  recommendBail,
  refuseBail,
  requestBail,
  requestDefenseBail,
  setBail,
} from '@pars/contract'
import type { Deed, PlannedArraignment } from '../../plan/act.ts'
import { addDays, instantText, momentAt, wallTimeOf, weekdayOf } from '../../time/city-time.ts'
import { subjectOf } from '../accounts.ts'
import { known } from '../case-ids.ts'
import { type Request, request, type Setting } from './request.ts'

type Of<K extends Deed['kind']> = Extract<Deed, { kind: K }>

const docketParams = ({ ids }: Setting, docket: number) => ({ docketId: known(ids.docketIds[docket], 'docket') })

export const fileRequest = ({ docket, docketNumber, counsel }: Of<'file'>, setting: Setting): Request =>
  request(fileComplaint, subjectOf.file, {
    params: { complaintId: known(setting.ids.complaintIds[docket], 'complaint') },
    body: { docketNumber: setting.docketNumber ?? docketNumber, certified: true, counsel },
    learn({ docketId }) {
      setting.ids.docketIds[docket] = docketId
    },
  })

export const listRequest = ({ docket }: Of<'list'>, setting: Setting): Request =>
  request(addListing, subjectOf.list, {
    params: { courtSessionId: known(setting.courtSessionId, 'court session') },
    body: { docketId: known(setting.ids.docketIds[docket], 'docket'), slot: null },
    learn({ listingId }) {
      setting.ids.listingIds[docket] = listingId
    },
  })

export const notProducedRequest = ({ docket, body }: Of<'not-produced'>, { ids }: Setting): Request =>
  request(markNotProduced, subjectOf['not-produced'], {
    params: { listingId: known(ids.listingIds[docket], 'listing') },
    body,
  })

const voices = { guideline: recommendBail, request: requestBail, 'defense-request': requestDefenseBail } as const

export const askRequest = ({ kind, docket, body }: Of<keyof typeof voices>, setting: Setting): Request =>
  request(voices[kind], subjectOf[kind], { params: docketParams(setting, docket), body })

/** No court but the arraignment court sits on a Saturday or Sunday. */
const nextCourtDay = (date: string): string => {
  const weekday = weekdayOf(date)
  return addDays(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

const nextListingOf = (next: PlannedArraignment['next'], { saidAt, rooms }: Setting) => {
  if (next === null) return null
  const date = nextCourtDay(addDays(wallTimeOf(saidAt).date, next.inDays))
  const room = known(rooms[next.roomIndex % Math.max(1, rooms.length)], 'room')
  return { hearing: next.hearing, at: instantText(momentAt(date, next.hour)), room }
}

export const arraignRequest = ({ docket, body }: Of<'arraign'>, setting: Setting): Request => {
  const { next, checklist, ...said } = body
  return request(holdArraignment, subjectOf.arraign, {
    params: docketParams(setting, docket),
    body: {
      ...said,
      checklist: [...checklist],
      heldAt: instantText(setting.saidAt),
      nextListing: nextListingOf(next, setting),
    },
  })
}

export const orderRequest = ({ docket, body }: Of<'order'>, setting: Setting): Request =>
  request(setBail, subjectOf.order, { params: docketParams(setting, docket), body })

export const refuseRequest = ({ docket, body }: Of<'refuse'>, setting: Setting): Request =>
  request(refuseBail, subjectOf.refuse, { params: docketParams(setting, docket), body })
