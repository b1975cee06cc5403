import { readBase64, toBase64 } from '../base64.ts'
import { concatBytes, equalBytes, readUtf8, utf8 } from '../bytes.ts'
import { failed, type Reading, reads } from '../fault.ts'
import { cosignedMessage, readTimestamp, writeTimestamp } from './cosignature.ts'
import { isKeyName, type VerifierKey } from './vkey.ts'

/** One signature line: `signature` is what follows the 4 byte key id (64 bytes for Ed25519, 72 for a cosignature). */
export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array }

/** A signed note taken apart, nothing verified. `text` ends with a line feed. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** A key that signs notes. `sign` gives the 64 byte Ed25519 signature of a message. */
export type NoteSigner = VerifierKey & { readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array> }

/** Ed25519 verification as the platform offers it: 32 byte key, message, 64 byte signature. */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>

/** A line whose signature holds. `time` (POSIX seconds) is there on cosignatures only. */
export type VerifiedSignature = { readonly key: VerifierKey; readonly time?: number }

/** A note of which at least one known key signed the text, and no known key's line is bad. */
export type OpenNote = { readonly text: string; readonly verified: readonly VerifiedSignature[] }

const maxSignatures = 100
const maxNoteLength = 1_000_000

/** Text and signature lines of a note. */
export function formatNote(note: Note): string {
  return `${note.text}\n${formatSignatures(note.signatures)}`
}

/** Signature lines alone: what a cosigner answers, to be put under the note that it was shown. */
export function formatSignatures(signatures: readonly NoteSignature[]): string {
  return signatures
    .map(({ name, keyId, signature }) => `— ${name} ${toBase64(concatBytes(keyId, signature))}\n`)
    .join('')
}

/** Takes a note apart, strictly, at the last empty line. */
export function parseNote(bytes: Uint8Array): Reading<Note> {
  if (bytes.length > maxNoteLength) return failed('note-malformed', 'too long')
  const whole = readUtf8(bytes)
  if (whole === undefined) return failed('note-malformed', 'not UTF-8')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids them all but the line feed
  if (/[\x00-\x09\x0b-\x1f]/.test(whole)) return failed('note-malformed', 'control character')
  const split = whole.lastIndexOf('\n\n')
  if (split < 0 || !whole.endsWith('\n')) return failed('note-malformed', 'no signatures')
  const lines = whole
    .slice(split + 2)
    .split('\n')
    .slice(0, -1)
  if (lines.length === 0) return failed('note-malformed', 'no signatures')
  if (lines.length > maxSignatures) return failed('note-too-many-signatures')
  const signatures = lines.map(parseSignatureLine)
  if (!signatures.every(signature => signature !== undefined)) return failed('note-malformed', 'signature line')
  return reads({ text: whole.slice(0, split + 1), signatures })
}

/**
 * Signs a note's text, which must end with a line feed. A cosignature needs `time`, POSIX seconds. The caller has committed
 * what the text says: a log that signs first can be made to contradict itself by a crash.
 */
export async function signNote(text: string, signer: NoteSigner, time?: number): Promise<NoteSignature> {
  if (!text.endsWith('\n') || text.length < 2) throw new TypeError('the text of a note ends with a line feed')
  if (signer.algorithm === 'ed25519') {
    return { name: signer.name, keyId: signer.keyId, signature: await signer.sign(utf8(text)) }
  }
  if (time === undefined) throw new TypeError('a cosignature needs its time')
  const stamp = writeTimestamp(time)
  const signature = concatBytes(stamp, await signer.sign(cosignedMessage(text, time)))
  return { name: signer.name, keyId: signer.keyId, signature }
}

/**
 * Checks a note. Lines of unknown keys are passed over; one bad line of a known key spoils the note; a note without any good line
 * of a known key is refused.
 */
export async function openNote(
  bytes: Uint8Array,
  keys: readonly VerifierKey[],
  verify: VerifyEd25519,
): Promise<Reading<OpenNote>> {
  const note = parseNote(bytes)
  if (!note.ok) return note
  const verified: VerifiedSignature[] = []
  for (const line of note.value.signatures) {
    const key = keys.find(known => known.name === line.name && equalBytes(known.keyId, line.keyId))
    if (key === undefined) continue
    const good = await checkLine(note.value.text, line, key, verify)
    if (good === undefined) return failed('note-known-key-bad-signature', key.name)
    if (!verified.some(earlier => earlier.key === key)) verified.push(good)
  }
  return verified.length > 0 ? reads({ text: note.value.text, verified }) : failed('note-no-known-signature')
}

async function checkLine(text: string, line: NoteSignature, key: VerifierKey, verify: VerifyEd25519) {
  if (key.algorithm === 'ed25519') {
    const good = line.signature.length === 64 && (await verify(key.publicKey, utf8(text), line.signature))
    return good ? { key } : undefined
  }
  const time = line.signature.length === 72 ? readTimestamp(line.signature) : undefined
  if (time === undefined) return undefined
  const good = await verify(key.publicKey, cosignedMessage(text, time), line.signature.subarray(8))
  return good ? { key, time } : undefined
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name, encoded, ...rest] = line.split(' ')
  if (dash !== '—' || name === undefined || encoded === undefined || rest.length > 0 || !isKeyName(name))
    return undefined
  const bytes = readBase64(encoded)
  if (bytes === undefined || bytes.length < 5) return undefined
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}
