import type { ArrestReport } from '@pars/domain'
import { uuidOf } from '../db/transaction.ts'

/** The columns of police.arrest that come from the report, by name. */
export const arrestColumns = (report: ArrestReport) => {
  const name = report.person.names[0]
  const birth = report.person.countryOfBirth
  const isReported = birth.kind === 'self-reported'
  return {
    arrested_at: report.arrestedAt,
    place: report.place,
    district_code: report.district,
    booking_site: report.bookingSite,
    basis: report.basis,
    warrant_number: report.warrantNumber,
    otn: report.otn,
    last_name: name?.last ?? '',
    first_name: name?.first ?? null,
    middle_name: name?.middle ?? null,
    suffix: name?.suffix ?? null,
    born_on: report.person.bornOn,
    sex: report.person.sex,
    race: report.person.race,
    ethnicity: report.person.ethnicity,
    birth_country_kind: birth.kind,
    birth_country_system: isReported ? birth.codeSystem : null,
    birth_country_code: isReported ? birth.code : null,
    interpreter_language: report.person.interpreterLanguage,
    photo_reference: report.person.photoReference,
    domestic_violence: report.domesticViolence,
    parents_notified_at: report.directFile?.parentsNotifiedAt ?? null,
    parents_notified_by: report.directFile?.parentsNotifiedBy ?? null,
  }
}

/** The version as it is kept: everything but SSN, narrative, victims and witnesses, who lie in zones of their own. */
export const versionContent = (report: ArrestReport) => {
  const { narrative: _narrative, victimsAndWitnesses: _parties, person, ...paper } = report
  const { ssn: _ssn, ...stated } = person
  return { ...paper, person: stated }
}

/** The rows of police.charge for one version. */
export const chargeRows = (report: ArrestReport) =>
  report.charges.map((charge, index) => ({
    police_charge_id: uuidOf('pch', charge.policeChargeId),
    position: index + 1,
    statute: charge.statute,
    description: charge.description,
    grade: charge.grade,
    counts: charge.counts,
    offense_on: charge.offenseOn,
    dc_number: charge.dcNumber,
  }))
