import { describe, expect, test } from 'vitest'
import { blankOfficer, blankPartner, blankUnit, readKey, readOfficer, readPartner, readUnit } from './read-forms.ts'

const pointers = ({ errors }: { errors: readonly { pointer: string }[] }) => errors.map(({ pointer }) => pointer)

describe('registering', () => {
  test('an agency needs a code and a name; its ORI is nine signs or none', () => {
    expect(pointers(readPartner(blankPartner))).toEqual(['/code', '/name'])
    const typed = { code: 'pretrial-agency', name: ' Pretrial Agency ', ori: 'pa0510099' }
    expect(readPartner(typed).body).toEqual({ code: 'pretrial-agency', name: 'Pretrial Agency', ori: 'PA0510099' })
    expect(pointers(readPartner({ ...typed, ori: 'PA05' }))).toEqual(['/ori'])
    expect(readPartner({ ...typed, ori: ' ' }).body?.ori).toBeNull()
  })
  test('a unit needs whoever decided its status, and the citation', () => {
    expect(pointers(readUnit(blankUnit))).toEqual(['/code', '/name', '/function', '/decidedBy', '/citation'])
  })
  test('an officer is certified through the end of a day in the city', () => {
    const typed = {
      ...blankOfficer,
      displayName: 'Q. Larch',
      issuer: 'https://idp.test',
      subject: 'q',
      until: '2027-08-31',
    }
    expect(Date.parse(readOfficer(typed).body?.certifiedUntil ?? '')).toBe(Date.parse('2027-09-01T04:00:00Z'))
    expect(pointers(readOfficer({ ...typed, until: '8/32/2027' }))).toEqual(['/certifiedUntil'])
  })
  test('a key is 32 bytes', () => {
    expect(readKey('BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=').body).toBeDefined()
    expect(readKey('BwcHBwcHBwc=').body).toBeUndefined()
  })
})
