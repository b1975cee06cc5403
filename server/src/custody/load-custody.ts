import type { ArrestRecord } from '@pars/contract'
import { type AccountId, type AlarmRow, type ArrestId, type CustodyFacts, formatId, type Instant } from '@pars/domain'
import { type Docket, loadDockets } from '../arraignments/load-dockets.ts'
import { type FoundArrest, findArrest } from '../arrests/present-report.ts'
import { type Bail, loadBail } from '../bail/load-bail.ts'
import { loadCharging } from '../charges/load-charging.ts'
import { loadFiledCharges } from '../charges/load-filed-charges.ts'
import { jsonInstants } from '../db/json-instants.ts'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectAlarms, selectDepartures, selectEarlierVersions, selectHolds } from './custody.sql.ts'
import { docketFactsOf } from './docket-facts.ts'
import { chargingOf, type VersionFacts, versionFactsOf } from './facts-of.ts'

type Hold = ArrestRecord['holds'][number]
type Departure = ArrestRecord['departures'][number]
interface DepartureRow {
  departure: Departure
  proposed_by: string
  confirmed_by: string | null
}
interface VersionRow {
  kind: string
  version: number
  arrested_at: Instant
  basis: 'sight' | 'warrant'
  made_at: Instant
}

/** Everything three custodians know of one arrest, as of a journal number, and the facts that the rules want of it. */
export interface LoadedCase {
  arrest: FoundArrest
  charging: ArrestRecord['charging']
  dockets: (Docket & { bail: Bail })[]
  holds: Hold[]
  departures: Departure[]
  facts: CustodyFacts
}

const emptyBail: Bail = { request: null, defenseRequest: null, guideline: null, order: null }
const withId = <M extends { entryId: string }>(row: M): M => ({ ...row, entryId: formatId('ent', row.entryId) })
const withIdOrNull = <M extends { entryId: string }>(row: M | null): M | null => row && withId(row)

const loadHolds = async (read: Read, arrestId: ArrestId, asOf: number | null): Promise<Hold[]> =>
  (await read.rows<{ hold: Hold }>(selectHolds(uuidOf('arr', arrestId), asOf)))
    .map(row => jsonInstants(row.hold))
    .map(hold => ({ ...withId(hold), holdId: formatId('hld', hold.holdId), lifted: withIdOrNull(hold.lifted) }))

const presentDeparture = ({ departure }: DepartureRow): Departure => ({
  ...withId(departure),
  departureId: formatId('dep', departure.departureId),
  confirmed: withIdOrNull(departure.confirmed),
  withdrawn: withIdOrNull(departure.withdrawn),
  acknowledged: withIdOrNull(departure.acknowledged),
})

const departureFactsOf = (rows: DepartureRow[]): CustodyFacts['departure'] => {
  const row = rows.filter(({ departure }) => departure.withdrawn === null).at(-1)
  if (!row) return null
  const { departure } = row
  return {
    departureId: formatId('dep', departure.departureId),
    basis: departure.basis,
    proposedAt: departure.madeAt,
    proposedBy: formatId('acc', row.proposed_by) as AccountId,
    confirmedAt: departure.confirmed?.madeAt ?? null,
    confirmedBy: row.confirmed_by === null ? null : formatId('acc', row.confirmed_by),
    leftAt: departure.acknowledged?.leftAt ?? null,
    complaintDueAt: departure.complaintDueAt,
  }
}

const chargesOf = (arrest: FoundArrest, charging: ArrestRecord['charging']): CustodyFacts['charges'] =>
  (charging.decision?.charges ?? arrest.content.charges).map(({ statute, grade }) => ({ statute, grade }))

const withoutComplaint = (charging: ArrestRecord['charging']): number => {
  const complained = new Set(charging.complaints.flatMap(complaint => complaint.chargeIds))
  return (charging.decision?.charges ?? []).filter(charge => !complained.has(charge.chargeId)).length
}

type ChargingLoader = typeof loadCharging

const loadDocketsWithBail = async (read: Read, arrestId: ArrestId, asOf: number | null) => {
  const bail = await loadBail(read, arrestId, asOf)
  const dockets = await loadDockets(read, arrestId, asOf)
  return dockets.map(docket => ({ ...docket, bail: bail.get(docket.docketId) ?? emptyBail }))
}

const loadDepartures = async (read: Read, arrestId: ArrestId, asOf: number | null): Promise<DepartureRow[]> =>
  (await read.rows<DepartureRow>(selectDepartures(uuidOf('arr', arrestId), asOf))).map(row => ({
    ...row,
    departure: jsonInstants(row.departure),
  }))

const loadVersions = async (read: Read, arrestId: ArrestId, asOf: number | null): Promise<VersionFacts[]> =>
  (await read.rows<VersionRow>(selectEarlierVersions(uuidOf('arr', arrestId), asOf))).map(row => ({
    kind: row.kind,
    arrestedAt: row.arrested_at,
    basis: row.basis,
    madeAt: row.made_at,
  }))

const holdFactsOf = (hold: Hold): CustodyFacts['holds'][number] => ({
  holdId: hold.holdId as CustodyFacts['holds'][number]['holdId'],
  kind: hold.kind,
  liftedAt: hold.lifted?.madeAt ?? null,
})

const loadCaseBy =
  (loadChargingOf: ChargingLoader) =>
  async (read: Read, arrestId: ArrestId, asOf: number | null): Promise<LoadedCase | undefined> => {
    const arrest = await findArrest(read, arrestId, asOf)
    if (!arrest) return undefined
    const { charging, takenBy } = await loadChargingOf(read, arrestId, asOf)
    const dockets = await loadDocketsWithBail(read, arrestId, asOf)
    const holds = await loadHolds(read, arrestId, asOf)
    const departures = await loadDepartures(read, arrestId, asOf)
    const facts: CustodyFacts = {
      draftedAt: arrest.draftedAt,
      sentAt: arrest.sentAt,
      ...versionFactsOf(await loadVersions(read, arrestId, asOf)),
      arrestedAt: arrest.content.arrestedAt,
      basis: arrest.content.basis,
      charging: chargingOf({ ...charging, takenBy }, arrest),
      charges: chargesOf(arrest, charging),
      chargesWithoutComplaint: withoutComplaint(charging),
      dockets: charging.complaints.map(complaint =>
        docketFactsOf(
          complaint,
          dockets.find(docket => docket.complaintId === complaint.complaintId),
        ),
      ),
      holds: holds.map(holdFactsOf),
      departure: departureFactsOf(departures),
    }
    return { arrest, charging, dockets, holds, departures: departures.map(presentDeparture), facts }
  }

/** Loads one case, or undefined where there is no such arrest or the door sees none. */
export const loadCase = loadCaseBy(loadCharging)

/** The same through the defense's door, which reads what is filed against its client and not how charging came to it. */
export const loadCaseForDefense = loadCaseBy(loadFiledCharges)

export const loadAlarms = (read: Read): Promise<(AlarmRow & { label: string })[]> =>
  read.rows<AlarmRow & { label: string }>(selectAlarms)
