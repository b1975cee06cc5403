import { switchSubjects } from '@pars/domain'
import { z } from 'zod'
import { base64, code } from '../agreements/shapes.ts'
import { endpoint } from '../endpoint.ts'
import { exampleId, id, instant, receipt, required } from '../shapes.ts'
import { partnerLine, partnerView } from './views.ts'

const tag = 'partners'
const unitParams = z.strictObject({ unitId: id('unt') })
const exampleKey = 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc='

export const listPartners = endpoint({
  name: 'partner.list',
  permission: 'partner.view',
  method: 'GET',
  path: '/api/partners',
  tag,
  summary: 'Every partner: outside agencies that may ask under an agreement, or could.',
  answer: z.strictObject({ partners: z.array(partnerLine), may: z.array(z.string()) }),
})
export const viewPartner = endpoint({
  name: 'partner.view',
  permission: 'partner.view',
  method: 'GET',
  path: '/api/partners/{partnerId}',
  tag,
  summary: 'One partner: its units, who decided their status and on what citation, its officers, keys and switches.',
  params: z.strictObject({ partnerId: id('prt') }),
  answer: partnerView,
})
export const registerPartner = endpoint({
  name: 'partner.register',
  permission: 'partner.register',
  method: 'POST',
  path: '/api/partners',
  tag,
  status: 201,
  summary:
    'Register an outside agency. It gets a login role of its own, by which it can accept terms and read its history.',
  body: z.strictObject({
    code,
    name: required(120),
    /** Originating agency identifier, nine letters and digits, where it has one. */
    ori: z
      .string()
      .regex(/^[A-Z0-9]{9}$/, 'must be nine capital letters and digits')
      .nullable(),
  }),
  answer: z.strictObject({ partnerId: id('prt'), receipt }),
  refusals: ['partner-exists', 'text-empty'],
  example: { body: { code: 'pretrial-agency', name: 'Pretrial Agency of the Next County', ori: 'PA0510099' } },
})
export const registerUnit = endpoint({
  name: 'unit.register',
  permission: 'unit.register',
  method: 'POST',
  path: '/api/partners/{partnerId}/units',
  tag,
  status: 201,
  summary:
    'Register a unit of a partner: what it does, whether it is a criminal justice agency, who decided that and on what citation.',
  params: z.strictObject({ partnerId: id('prt') }),
  body: z.strictObject({
    code,
    name: required(120),
    function: required(120),
    criminalJustice: z.boolean(),
    decidedBy: required(200),
    citation: required(500),
  }),
  answer: z.strictObject({ unitId: id('unt'), receipt }),
  refusals: ['unit-exists', 'text-empty'],
  example: {
    body: {
      code: 'pretrial-supervision',
      name: 'Supervision Unit',
      function: 'Supervises people on bail',
      criminalJustice: true,
      decidedBy: 'City Solicitor',
      citation: '18 Pa.C.S. § 9102',
    },
  },
})
export const certifyOfficer = endpoint({
  name: 'officer.certify',
  permission: 'officer.certify',
  method: 'POST',
  path: '/api/units/{unitId}/officers',
  tag,
  status: 201,
  summary:
    'Certify an officer of a unit until a date: the issuer and subject of the identity provider that it signs in by.',
  params: unitParams,
  body: z.strictObject({
    issuer: required(300),
    subject: required(200),
    displayName: required(200),
    /** Accepts terms and certifies duties for the unit, and reads its whole history. */
    coordinator: z.boolean(),
    certifiedUntil: instant,
  }),
  answer: z.strictObject({ officerId: id('ofc'), receipt }),
  refusals: ['officer-exists', 'certified-until-past', 'certified-too-long', 'text-empty'],
  example: {
    body: {
      issuer: 'https://identity.example',
      subject: 'q.larch',
      displayName: 'Q. Larch',
      coordinator: true,
      certifiedUntil: '2027-08-31T23:59:59-04:00',
    },
  },
})
export const recertifyOfficer = endpoint({
  name: 'officer.recertify',
  permission: 'officer.certify',
  method: 'PUT',
  path: '/api/officers/{officerId}',
  tag,
  summary:
    "Change until when an officer is certified, or the officer's name or part. A past instant ends the certificate.",
  params: z.strictObject({ officerId: id('ofc') }),
  body: z.strictObject({ displayName: required(200), coordinator: z.boolean(), certifiedUntil: instant }),
  answer: z.strictObject({ officerId: id('ofc'), receipt }),
  refusals: ['nothing-changed', 'certified-too-long', 'text-empty'],
  example: { body: { displayName: 'Q. Larch', coordinator: false, certifiedUntil: '2027-08-31T23:59:59-04:00' } },
})
export const registerPartnerKey = endpoint({
  name: 'partner-key.register',
  permission: 'partner-key.register',
  method: 'POST',
  path: '/api/units/{unitId}/keys',
  tag,
  status: 201,
  summary: "Register the Ed25519 key by which a unit's systems sign requests and its coordinator accepts terms.",
  params: unitParams,
  body: z.strictObject({ publicKey: base64(44) }),
  answer: z.strictObject({ keyId: z.string(), receipt }),
  refusals: ['key-malformed', 'key-exists'],
  example: { body: { publicKey: exampleKey } },
})
export const setPartnerSwitch = endpoint({
  name: 'partner-switch.set',
  permission: 'partner-switch.set',
  method: 'POST',
  path: '/api/partner-switches',
  tag,
  status: 201,
  summary:
    'Stop a unit, an officer or a key on every path at once, or let it go on. The newest word counts, whichever seat says it.',
  body: z.strictObject({
    subjectKind: z.enum(switchSubjects),
    /** The id of a unit or officer, or of a key. */
    subjectId: required(400),
    stopped: z.boolean(),
    reason: required(500),
  }),
  answer: z.strictObject({ stopped: z.boolean(), receipt }),
  refusals: ['already-so', 'text-empty'],
  example: {
    body: {
      subjectKind: 'unit',
      subjectId: exampleId('unt'),
      stopped: true,
      reason: 'A password was found on a wall.',
    },
  },
})
