import { describe, expect, it } from 'vitest'
import { blankForm, blankRows } from './booking-form.ts'
import { fieldOfPointer, rowsOfReport } from './rows-of-report.ts'

const form = {
  ...blankForm('desk-1'),
  names: [blankRows.names(), { ...blankRows.names(), last: 'A' }],
  charges: [blankRows.charges(), { ...blankRows.charges(), statute: 'x' }, { ...blankRows.charges(), statute: 'y' }],
  incidents: ['', '1'],
}
const rows = rowsOfReport(form)

describe("a server's pointer means the field where it was typed", () => {
  it.each([
    ['/person/names/0/last', '/person/names/1/last'],
    ['/report/person/names/0/first', '/person/names/1/first'],
    ['/charges/1/offenseOn', '/charges/2/offenseOn'],
    ['/charges/1', '/charges/2/statute'],
    ['/charges', '/charges/0/statute'],
    ['/incidents/0', '/incidents/1'],
    ['/incidents', '/incidents/0'],
    ['/person/names', '/person/names/0/last'],
    ['/report/arrestedAt', '/arrestedAt'],
    ['/person/countryOfBirth/code', '/person/countryOfBirth/code'],
    ['/reason', '/reason'],
  ])('%s is %s', (pointer, field) => expect(fieldOfPointer(pointer, rows)).toBe(field))
})
