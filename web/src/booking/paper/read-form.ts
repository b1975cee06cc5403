import type { ArrestReportInput } from '@pars/contract'
import type { FieldError } from '../../api.ts'
import { bookingWords } from '../../words/booking.ts'
import type { BookingForm, blankRows, ChargeFields, ListName } from './booking-form.ts'
import { FieldReader, orNull } from './field-reader.ts'
import { pickRows, type RowsOfReport, rowsOfReport } from './rows-of-report.ts'

const { errors } = bookingWords

export interface ReadForm {
  kind: 'report'
  report: ArrestReportInput
  rows: RowsOfReport
}
export interface UnreadForm {
  kind: 'unread'
  /** Under the pointers of the page's own rows. */
  errors: FieldError[]
}

const readPerson = (form: BookingForm, rows: RowsOfReport, read: FieldReader): ArrestReportInput['person'] => {
  if (rows.names.length === 0) read.fail('/person/names/0/last', errors.lastName)
  return {
    // A name is given on as typed, never trimmed or changed: what a name may hold is the rules' business.
    names: pickRows(form.names, rows.names, (name, index) => ({
      kind: name.kind,
      last: name.last === '' ? read.fail(`/person/names/${index}/last`, errors.lastName) : name.last,
      first: orNull(name.first),
      middle: orNull(name.middle),
      suffix: orNull(name.suffix),
    })),
    bornOn: read.date('/person/bornOn', form.bornOn) || null,
    sex: form.sex,
    race: form.race,
    ethnicity: form.ethnicity,
    countryOfBirth:
      form.birthCountry === 'self-reported'
        ? {
            kind: form.birthCountry,
            codeSystem: form.birthCodeSystem,
            code: read.text('/person/countryOfBirth/code', form.birthCode, errors.country).toUpperCase(),
          }
        : { kind: form.birthCountry },
    ssn: read.shape('/person/ssn', form.ssn, 'ssn'),
    addresses: pickRows(form.addresses, rows.addresses, address => ({ ...address })),
    interpreterLanguage: orNull(form.interpreterLanguage),
    policeNumber: read.shape('/person/policeNumber', form.policeNumber, 'policeNumber'),
    photoReference: orNull(form.photoReference),
  }
}

/** With a single incident there is no question which one a charge belongs to. */
const onlyIncident = (form: BookingForm, rows: RowsOfReport): string =>
  rows.incidents.length === 1 ? (pickRows(form.incidents, rows.incidents, incident => incident)[0] ?? '') : ''

const readCharge = (
  charge: ChargeFields,
  at: string,
  incident: string,
  read: FieldReader,
): ArrestReportInput['charges'][number] => {
  const counts = Number(charge.counts)
  if (!Number.isInteger(counts) || counts < 1 || counts > 999) read.fail(`${at}/counts`, errors.counts)
  const dcNumber = read.text(`${at}/dcNumber`, charge.dcNumber.trim() || incident, errors.chargeDcNumber)
  const statute = read.text(`${at}/statute`, charge.statute, errors.statute)
  return {
    policeChargeId: charge.policeChargeId,
    statute: read.shape(`${at}/statute`, statute, 'statute') ?? statute,
    description: read.text(`${at}/description`, charge.description, errors.description),
    grade: orNull(charge.grade) as ArrestReportInput['charges'][number]['grade'],
    counts,
    offenseOn: read.date(`${at}/offenseOn`, charge.offenseOn, errors.offenseOn),
    dcNumber: read.shape(`${at}/dcNumber`, dcNumber, 'dcNumber') ?? '',
  }
}

const readDirectFile = (form: BookingForm, read: FieldReader): ArrestReportInput['directFile'] => {
  const typed = [form.parentsNotifiedOn, form.parentsNotifiedTime, form.parentsNotifiedBy]
  if (typed.every(text => text.trim() === '')) return null
  return {
    parentsNotifiedAt: read.moment('/directFile/parentsNotifiedAt', form.parentsNotifiedOn, form.parentsNotifiedTime),
    parentsNotifiedBy: read.text('/directFile/parentsNotifiedBy', form.parentsNotifiedBy, errors.parentsNotifiedBy),
  }
}

const readLists = (form: BookingForm, rows: RowsOfReport, read: FieldReader) => ({
  officers: pickRows(form.officers, rows.officers, (officer, index) => ({
    badge: read.text(`/officers/${index}/badge`, officer.badge, errors.badge),
    name: read.text(`/officers/${index}/name`, officer.name, errors.officerName),
  })),
  incidents: pickRows(
    form.incidents,
    rows.incidents,
    (incident, index) => read.shape(`/incidents/${index}`, incident, 'dcNumber') ?? '',
  ),
  charges: pickRows(form.charges, rows.charges, (charge, index) =>
    readCharge(charge, `/charges/${index}`, onlyIncident(form, rows), read),
  ),
  victimsAndWitnesses: pickRows(form.victimsAndWitnesses, rows.victimsAndWitnesses, (party, index) => ({
    kind: party.kind,
    name: read.text(`/victimsAndWitnesses/${index}/name`, party.name, errors.partyName),
    contact: orNull(party.contact),
  })),
})

/** What charging needs and a draft may lack; said for every field at once, where the server's rule names the first. */
const askForMissing = (form: BookingForm, rows: RowsOfReport, read: FieldReader): void => {
  const isMissing: Partial<Record<ListName, [string, string]>> = {
    officers: ['/officers/0/badge', errors.officer],
    incidents: ['/incidents/0', errors.incident],
    charges: ['/charges/0/statute', errors.charge],
  }
  read.text('/place', form.place, errors.place)
  read.text('/district', form.district, errors.district)
  read.text('/bookingSite', form.bookingSite, errors.bookingSite)
  if (form.basis === 'warrant') read.text('/warrantNumber', form.warrantNumber, errors.warrantNumber)
  for (const [list, [pointer, message]] of Object.entries(isMissing))
    if (rows[list as keyof typeof blankRows].length === 0) read.fail(pointer, message)
}

/**
 * The report that the page holds, or every field that must be mended first. A draft may lack anything but a name and the
 * time of arrest. What is plausible and allowed is the server's rule.
 */
export const readForm = (form: BookingForm, purpose: 'draft' | 'send', today: string): ReadForm | UnreadForm => {
  const read = new FieldReader(today)
  const rows = rowsOfReport(form)
  const report: ArrestReportInput = {
    intakeNumber: form.intakeNumber,
    personId: form.personId,
    person: readPerson(form, rows, read),
    arrestedAt: read.moment('/arrestedAt', form.arrestedOn, form.arrestedTime, errors.arrestedOn, errors.arrestedTime),
    place: form.place.trim(),
    district: form.district.trim(),
    bookingSite: form.bookingSite.trim(),
    basis: form.basis,
    warrantNumber: form.basis === 'warrant' ? orNull(form.warrantNumber) : null,
    otn: read.shape('/otn', form.otn, 'otn'),
    narrative: form.narrative,
    domesticViolence: form.domesticViolence,
    directFile: readDirectFile(form, read),
    ...readLists(form, rows, read),
  }
  if (purpose === 'send') askForMissing(form, rows, read)
  return read.errors.length > 0 ? { kind: 'unread', errors: read.errors } : { kind: 'report', report, rows }
}
