import { describe, expect, test } from 'vitest'
import { at } from '../../tests/examples.ts'
import { eachRefusal, requiredTextCases } from '../../tests/refusals.ts'
import {
  acceptOfficer,
  acceptRecertification,
  type OfficerOffered,
  type OfficerReason,
  type RecertifyReason,
} from './accept-officer.ts'
import { acceptPartner, acceptUnit, type PartnerReason, type UnitReason } from './accept-partner.ts'
import { acceptPartnerKey, type PartnerKeyReason } from './accept-partner-key.ts'
import { acceptSwitch, type SwitchReason } from './partner-switch.ts'

const now = at('2018-07-01T12:00:00Z')
const unit = {
  name: 'Removal Unit',
  function: 'Removal',
  criminalJustice: false,
  decidedBy: 'City Solicitor',
  citation: '18 Pa.C.S. § 9102',
}
const officer = (change: Partial<OfficerOffered> = {}): OfficerOffered => ({
  issuer: 'https://issuer.test',
  subject: 'q-7',
  displayName: 'Q. Made-Up',
  coordinator: false,
  certifiedUntil: at('2019-07-01T12:00:00Z'),
  ...change,
})

describe('registering a partner', () => {
  eachRefusal<PartnerReason>({
    ...requiredTextCases(name => acceptPartner({ codeTaken: false }, { name })),
    'partner-exists': () => acceptPartner({ codeTaken: true }, { name: 'Made-Up Agency' }),
  })
  eachRefusal<UnitReason>({
    ...requiredTextCases(citation => acceptUnit({ codeTaken: false }, { ...unit, citation })),
    'unit-exists': () => acceptUnit({ codeTaken: true }, unit),
  })
  test('a unit whose status nobody decided is none', () => {
    expect(acceptUnit({ codeTaken: false }, { ...unit, decidedBy: ' ' })).toMatchObject({
      reason: 'text-empty',
      at: 'decidedBy',
    })
  })
  eachRefusal<PartnerKeyReason>({
    'key-malformed': () => acceptPartnerKey({ keyTaken: false }, new Uint8Array(33)),
    'key-exists': () => acceptPartnerKey({ keyTaken: true }, new Uint8Array(32)),
  })
})

describe('certifying an officer', () => {
  eachRefusal<OfficerReason>({
    ...requiredTextCases(displayName => acceptOfficer({ subjectTaken: false }, officer({ displayName }), now)),
    'certified-until-past': () => acceptOfficer({ subjectTaken: false }, officer({ certifiedUntil: now }), now),
    'certified-too-long': () =>
      acceptOfficer({ subjectTaken: false }, officer({ certifiedUntil: at('2019-08-06T12:00:00Z') }), now),
    'officer-exists': () => acceptOfficer({ subjectTaken: true }, officer(), now),
  })
  eachRefusal<RecertifyReason>({
    ...requiredTextCases(displayName => acceptRecertification(officer(), officer({ displayName }), now)),
    'certified-too-long': () =>
      acceptRecertification(officer(), officer({ certifiedUntil: at('2029-08-06T12:00:00Z') }), now),
    'nothing-changed': () => acceptRecertification(officer(), officer(), now),
  })
  test('a certificate may be ended at once, by an instant that is past', () => {
    expect(acceptRecertification(officer(), officer({ certifiedUntil: now }), now)).toEqual({ kind: 'accepted' })
  })
})

describe('the one switch', () => {
  eachRefusal<SwitchReason>({
    ...requiredTextCases(reason => acceptSwitch({ stopped: false }, { stopped: true, reason })),
    'already-so': () => acceptSwitch({ stopped: true }, { stopped: true, reason: 'Again.' }),
  })
})
