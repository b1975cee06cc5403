import type { DocketView } from '@pars/contract'
import { type ArrestId, type DocketId, formatId, type Instant } from '@pars/domain'
import { jsonInstants } from '../db/json-instants.ts'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectArrestOfDocket, selectDockets } from './dockets.sql.ts'

/** A docket without its bail, which is the next noun's. */
export type Docket = Omit<DocketView, 'bail'>

interface ArraignmentJson {
  interpreterLanguage: string | null
  interpreterPresent: boolean | null
  nextHearing: NonNullable<NonNullable<Docket['arraignment']>['nextListing']>['hearing'] | null
  nextAt: Instant | null
  nextRoom: string | null
}
type DocketJson = Omit<Docket, 'arraignment'> & {
  arraignment: (NonNullable<Docket['arraignment']> & ArraignmentJson) | null
}

const arraignmentOf = (json: NonNullable<DocketJson['arraignment']>): NonNullable<Docket['arraignment']> => {
  const { interpreterLanguage, interpreterPresent, nextHearing, nextAt, nextRoom, ...rest } = json
  return {
    ...rest,
    listingId: formatId('lst', rest.listingId),
    entryId: formatId('ent', rest.entryId),
    interpreter:
      interpreterLanguage === null ? null : { language: interpreterLanguage, present: interpreterPresent ?? false },
    nextListing:
      nextHearing === null || nextAt === null || nextRoom === null
        ? null
        : { hearing: nextHearing, at: nextAt, room: nextRoom },
  }
}

const docketOf = (json: DocketJson): Docket => ({
  ...json,
  docketId: formatId('dkt', json.docketId),
  complaintId: formatId('cmp', json.complaintId),
  entryId: formatId('ent', json.entryId),
  listings: json.listings.map(listing => ({
    ...listing,
    listingId: formatId('lst', listing.listingId),
    courtSessionId: formatId('cse', listing.courtSessionId),
    entryId: formatId('ent', listing.entryId),
    notProduced: listing.notProduced && {
      ...listing.notProduced,
      entryId: formatId('ent', listing.notProduced.entryId),
    },
  })),
  arraignment: json.arraignment && arraignmentOf(json.arraignment),
})

/** The dockets of an arrest as of a journal number, oldest first. */
export const loadDockets = async (read: Read, arrestId: ArrestId, asOf: number | null): Promise<Docket[]> => {
  const rows = await read.rows<{ docket: DocketJson }>(selectDockets(uuidOf('arr', arrestId), asOf))
  return rows.map(row => docketOf(jsonInstants(row.docket)))
}

export const findArrestOfDocket = async (read: Read, docketId: DocketId): Promise<ArrestId | undefined> => {
  const row = await read.find<{ arrest_id: string }>(selectArrestOfDocket(uuidOf('dkt', docketId)))
  return row && formatId('arr', row.arrest_id)
}

/** The listing that still stands: the newest one, unless it was missed or the arraignment was held. */
export const standingListing = (docket: Docket): Docket['listings'][number] | undefined => {
  const newest = docket.listings.at(-1)
  return newest && newest.notProduced === null && docket.arraignment === null ? newest : undefined
}
