declare const brand: unique symbol
type Id<P extends string> = string & { readonly [brand]: P }

export type ArrestId = Id<'arr'>
export type PersonId = Id<'per'>
export type PoliceChargeId = Id<'pch'>
export type ChargeId = Id<'chg'>
export type ComplaintId = Id<'cmp'>
export type DocketId = Id<'dkt'>
export type CourtSessionId = Id<'cse'>
export type ListingId = Id<'lst'>
export type HoldId = Id<'hld'>
export type DepartureId = Id<'dep'>
export type RecordOrderId = Id<'ord'>
export type LitigationHoldId = Id<'lth'>
export type AccountId = Id<'acc'>
export type EntryId = Id<'ent'>
export type PartnerId = Id<'prt'>
export type UnitId = Id<'unt'>
export type OfficerId = Id<'ofc'>
export type AgreementId = Id<'agm'>
export type ResolutionId = Id<'res'>
export type BallotId = Id<'bal'>
export type AcceptanceId = Id<'apt'>
export type NoticeId = Id<'ntc'>
export type ConsultationId = Id<'cst'>
export type LegalConstraintId = Id<'lgc'>
export type SignOffId = Id<'sgn'>
export type ObligationId = Id<'obl'>
export type HaltId = Id<'hlt'>
export type CaseRegistrationId = Id<'reg'>
export type InquiryId = Id<'inq'>

const recordPrefixes = ['arr', 'per', 'pch', 'chg', 'cmp', 'dkt', 'cse', 'lst', 'hld', 'dep', 'acc', 'ent'] as const
const partnerPrefixes = ['prt', 'unt', 'ofc', 'reg', 'inq'] as const
const orderPrefixes = ['ord', 'lth'] as const
const agreementPrefixes = ['agm', 'res', 'bal', 'apt', 'ntc', 'cst', 'lgc', 'sgn', 'obl', 'hlt'] as const
export const idPrefixes = [...recordPrefixes, ...orderPrefixes, ...partnerPrefixes, ...agreementPrefixes] as const
export type IdPrefix = (typeof idPrefixes)[number]

/** The text form of a public id: prefix, underscore, 32 hex digits (128 random bits, no order, no meaning). */
export const idPattern = (prefix: IdPrefix): RegExp => new RegExp(`^${prefix}_[0-9a-f]{32}$`)

/** Text form `arr_…` from the database's uuid. */
export const formatId = <P extends IdPrefix>(prefix: P, uuid: string): Id<P> =>
  `${prefix}_${uuid.replaceAll('-', '')}` as Id<P>

/** The database's uuid from the text form. Throws RangeError on another prefix or shape. */
export const parseId = (prefix: IdPrefix, id: string): string => {
  if (!idPattern(prefix).test(id)) throw new RangeError(`not a ${prefix} id`)
  const hex = id.slice(4)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
