import { z } from 'zod'

/** A code of people's own choosing: of an agreement, a partner, a unit. */
export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{2,39}$/, 'must be 3 to 40 small letters, digits and hyphens, the first of them no hyphen')
/** SHA-256. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
export const base64 = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'must be base64 with its padding')
/** A file key by the first 16 bytes of its SHA-256; a passkey by its credential id, base64url. */
export const keyId = z.string().regex(/^[A-Za-z0-9_-]{16,400}$/, 'must be the id of a key')
/** Terms as data. What they must say is the rules' business (packages/terms), so that each fault has its place and sentence. */
export const termsJson = z.record(z.string(), z.json()).meta({ id: 'Terms' })
/** What a passkey's authenticator signed: base64 of both parts, kept so that anybody can check it later. */
export const assertion = z
  .strictObject({ authenticatorData: base64(4000), clientDataJson: base64(4000) })
  .meta({ id: 'PasskeyAssertion' })
export const version = z.coerce.number().int().min(1).max(9999)
