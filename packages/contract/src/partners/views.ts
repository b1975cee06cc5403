import { z } from 'zod'
import { id, instant } from '../shapes.ts'

const named = { partnerId: id('prt'), code: z.string(), name: z.string(), ori: z.string().nullable() }

export const partnerLine = z
  .strictObject({
    ...named,
    units: z.array(z.strictObject({ unitId: id('unt'), code: z.string(), name: z.string(), stopped: z.boolean() })),
    agreements: z.array(z.strictObject({ agreementId: id('agm'), code: z.string() })),
  })
  .meta({ id: 'PartnerLine' })

export const officerView = z
  .strictObject({
    officerId: id('ofc'),
    displayName: z.string(),
    issuer: z.string(),
    subject: z.string(),
    coordinator: z.boolean(),
    certifiedUntil: instant,
    stopped: z.boolean(),
  })
  .meta({ id: 'PartnerOfficer' })

export const partnerKey = z
  .strictObject({ keyId: z.string(), publicKey: z.string(), madeAt: instant, stopped: z.boolean() })
  .meta({ id: 'PartnerKey' })

export const unitView = z
  .strictObject({
    unitId: id('unt'),
    code: z.string(),
    name: z.string(),
    function: z.string(),
    /** Somebody decided it, on a citation; nothing here infers it. */
    criminalJustice: z.boolean(),
    decidedBy: z.string(),
    citation: z.string(),
    stopped: z.boolean(),
    officers: z.array(officerView),
    keys: z.array(partnerKey),
  })
  .meta({ id: 'PartnerUnit' })

export const partnerView = z
  .strictObject({
    ...named,
    madeAt: instant,
    units: z.array(unitView),
    agreements: z.array(z.strictObject({ agreementId: id('agm'), code: z.string() })),
  })
  .meta({ id: 'Partner' })
