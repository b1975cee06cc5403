const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const digits = new Map([...alphabet].map((char, value) => [char, value]))

/** RFC 4648 section 4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const chars = [18, 12, 6, 0].map(shift => alphabet[(group >> shift) & 63])
    text += chars.slice(0, Math.min(4, bytes.length - i + 1)).join('')
  }
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

/**
 * Bytes of RFC 4648 section 4 text; undefined for anything else. Only the canonical spelling is accepted (padding present, unused bits
 * zero): two spellings of one signature would let a stored note be changed unnoticed.
 */
export function readBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let bits = 0
  let held = 0
  let at = 0
  for (const char of text.slice(0, text.length - padding)) {
    const digit = digits.get(char)
    if (digit === undefined) return undefined
    bits = (bits << 6) | digit
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = bits >> held
      bits &= (1 << held) - 1
    }
  }
  return bits === 0 ? bytes : undefined
}
