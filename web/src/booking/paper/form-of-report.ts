import type { PresentedReport } from '@pars/contract'
import { fieldsOfInstant } from '../../form/city-instant.ts'
import { type BookingForm, blankForm, blankRows } from './booking-form.ts'

const orEmpty = (text: string | null | undefined): string => text ?? ''
const atLeastOne = <Row>(rows: Row[], blank: () => Row): Row[] => (rows.length > 0 ? rows : [blank()])

const personFields = ({ person }: PresentedReport) => ({
  names: person.names.map(name => ({
    kind: name.kind,
    last: name.last,
    first: orEmpty(name.first),
    middle: orEmpty(name.middle),
    suffix: orEmpty(name.suffix),
  })),
  bornOn: orEmpty(person.bornOn),
  sex: person.sex,
  race: person.race,
  ethnicity: person.ethnicity,
  birthCountry: person.countryOfBirth.kind,
  birthCodeSystem: person.countryOfBirth.kind === 'self-reported' ? person.countryOfBirth.codeSystem : 'genc',
  birthCode: person.countryOfBirth.kind === 'self-reported' ? person.countryOfBirth.code : '',
  addresses: atLeastOne([...person.addresses], blankRows.addresses),
  interpreterLanguage: orEmpty(person.interpreterLanguage),
  policeNumber: orEmpty(person.policeNumber),
  photoReference: orEmpty(person.photoReference),
})

const arrestFields = (report: PresentedReport) => {
  const arrested = fieldsOfInstant(report.arrestedAt)
  const notified = report.directFile ? fieldsOfInstant(report.directFile.parentsNotifiedAt) : { date: '', time: '' }
  return {
    arrestedOn: arrested.date,
    arrestedTime: arrested.time,
    place: report.place,
    district: report.district,
    bookingSite: report.bookingSite,
    officers: atLeastOne([...report.officers], blankRows.officers),
    basis: report.basis,
    warrantNumber: orEmpty(report.warrantNumber),
    incidents: atLeastOne([...report.incidents], blankRows.incidents),
    otn: orEmpty(report.otn),
    domesticViolence: report.domesticViolence,
    parentsNotifiedOn: notified.date,
    parentsNotifiedTime: notified.time,
    parentsNotifiedBy: orEmpty(report.directFile?.parentsNotifiedBy),
  }
}

/** A report of the record as the form shows it. The SSN never comes back: an empty field leaves the recorded one as it is. */
export const formOfReport = (report: PresentedReport): BookingForm => ({
  ...blankForm(report.intakeNumber),
  personId: report.personId,
  ...personFields(report),
  ...arrestFields(report),
  charges: atLeastOne(
    report.charges.map(charge => ({
      policeChargeId: charge.policeChargeId,
      statute: charge.statute,
      description: charge.description,
      grade: orEmpty(charge.grade),
      counts: String(charge.counts),
      offenseOn: charge.offenseOn,
      dcNumber: charge.dcNumber,
    })),
    blankRows.charges,
  ),
  narrative: orEmpty(report.narrative),
  victimsAndWitnesses: (report.victimsAndWitnesses ?? []).map(({ kind, name, contact }) => ({
    kind,
    name,
    contact: orEmpty(contact),
  })),
})
