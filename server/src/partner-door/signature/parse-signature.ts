/** One signature of a request, as its two fields say it (RFC 9421 section 4). */
export interface ParsedSignature {
  readonly components: readonly string[]
  /** Canonical text of components and parameters: what the last line of the base holds. */
  readonly parameters: string
  readonly created: number | undefined
  readonly expires: number | undefined
  readonly keyId: string | undefined
  readonly nonce: string | undefined
  readonly algorithm: string | undefined
  readonly signature: Buffer
}

const label = '[a-z*][a-z0-9_.*-]{0,63}'
const text = '"[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*"'
const component = '"[a-z0-9@-]{1,64}"'
const input = new RegExp(
  `^(${label})=(\\((${component}(?: ${component}){0,31})\\)((?:;[a-z*][a-z0-9_.*-]{0,63}=(?:\\d{1,15}|${text})){0,16}))$`,
)
const value = new RegExp(`^(${label})=:([A-Za-z0-9+/]{86}==):$`)
const parameter = new RegExp(`;([a-z*][a-z0-9_.*-]{0,63})=(\\d{1,15}|${text})`, 'g')

const numberOf = (raw: string | undefined): number | undefined =>
  raw !== undefined && /^\d+$/.test(raw) ? Number(raw) : undefined
const textOf = (raw: string | undefined): string | undefined => (raw?.startsWith('"') ? raw.slice(1, -1) : undefined)

/**
 * Reads Signature-Input and Signature of a request that carries one Ed25519 signature. Structured fields in their canonical form only:
 * what this takes is its own serialization, so the text as sent is the text that was signed. Undefined for anything else, repeated
 * components and parameters included.
 */
export const parseSignature = (inputField: string, signatureField: string): ParsedSignature | undefined => {
  const said = input.exec(inputField.trim())
  const signed = value.exec(signatureField.trim())
  if (!said || !signed || said[1] !== signed[1]) return undefined
  const components = (said[3] ?? '').split(' ').map(quoted => quoted.slice(1, -1))
  const given = [...(said[4] ?? '').matchAll(parameter)].map(([, name = '', raw = '']) => [name, raw] as const)
  const named = new Map(given)
  if (named.size !== given.length || new Set(components).size !== components.length) return undefined
  return {
    components,
    parameters: said[2] ?? '',
    created: numberOf(named.get('created')),
    expires: numberOf(named.get('expires')),
    keyId: textOf(named.get('keyid')),
    nonce: textOf(named.get('nonce')),
    algorithm: textOf(named.get('alg')),
    signature: Buffer.from(signed[2] ?? '', 'base64'),
  }
}
