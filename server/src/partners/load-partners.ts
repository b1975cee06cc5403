import type { AnswerOf, listPartners, viewPartner } from '@pars/contract'
import { formatId, type IdPrefix, type Instant, instantOf, mayDo, type PartnerId, permissionsOf } from '@pars/domain'
import type { Actor } from '../actor.ts'
import { jsonInstants } from '../db/json-instants.ts'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { type PartnerRow, selectPartner, selectPartners } from './partners.sql.ts'

type Line = AnswerOf<typeof listPartners>['partners'][number]
type View = AnswerOf<typeof viewPartner>

const idOf = (prefix: IdPrefix, uuid: unknown): string => formatId(prefix, String(uuid))

const presentAgreements = ({ agreements }: PartnerRow): Line['agreements'] =>
  agreements.map(({ agreementId, code }) => ({ agreementId: idOf('agm', agreementId), code }))

const presentLine = (row: PartnerRow): Line => ({
  partnerId: idOf('prt', row.partner_id),
  code: row.code,
  name: row.name,
  ori: row.ori,
  units: (row.units as unknown as Line['units']).map(({ unitId, code, name, stopped }) => ({
    unitId: idOf('unt', unitId),
    code,
    name,
    stopped,
  })),
  agreements: presentAgreements(row),
})

const partnerActs = (actor: Actor): string[] =>
  permissionsOf(actor).filter(
    one => /^(partner|unit|officer|partner-key|partner-switch)\./.test(one) && mayDo(actor, one),
  )

/** Every partner, with its units and agreements. */
export const loadPartners = async (read: Read, actor: Actor | undefined): Promise<AnswerOf<typeof listPartners>> => {
  const rows = await read.rows<PartnerRow & { [column: string]: unknown }>(selectPartners)
  return { partners: rows.map(presentLine), may: actor ? partnerActs(actor) : [] }
}

const presentOfficer = (officer: View['units'][number]['officers'][number]) => ({
  officerId: idOf('ofc', officer.officerId),
  displayName: officer.displayName,
  issuer: officer.issuer,
  subject: officer.subject,
  coordinator: officer.coordinator,
  certifiedUntil: instantOf(Date.parse(officer.certifiedUntil)),
  stopped: officer.stopped,
})

const presentUnit = (unit: View['units'][number]) => ({
  unitId: idOf('unt', unit.unitId),
  code: unit.code,
  name: unit.name,
  function: unit.function,
  criminalJustice: unit.criminalJustice,
  decidedBy: unit.decidedBy,
  citation: unit.citation,
  stopped: unit.stopped,
  officers: unit.officers.map(presentOfficer),
  keys: unit.keys.map(({ keyId, publicKey, madeAt, stopped }) => ({ keyId, publicKey, madeAt, stopped })),
})

/** One partner; undefined when there is none. */
export const loadPartner = async (read: Read, partnerId: PartnerId): Promise<View | undefined> => {
  const row = await read.find<PartnerRow & { [column: string]: unknown }>(selectPartner(uuidOf('prt', partnerId)))
  if (!row) return undefined
  return {
    partnerId: idOf('prt', row.partner_id),
    code: row.code,
    name: row.name,
    ori: row.ori,
    madeAt: row.made_at as Instant,
    units: (jsonInstants(row.units) as unknown as View['units']).map(presentUnit),
    agreements: presentAgreements(row),
  }
}
