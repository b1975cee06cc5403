import {
  formatCheckpoint,
  formatNote,
  formatVkey,
  type NoteSigner,
  parseNote,
  signNote,
  toBase64,
  utf8,
} from '../src/index.ts'
import type { VectorFiles } from './leaf-vectors.ts'
import { signedText } from './log-files.ts'
import { sampleCosigners, sampleLogKey, sampleRandom, sampleSigner } from './sample-entries.ts'

/** The keys that the note vectors (`*.txt`) are opened with: the log's and three cosigners', of whom two must have signed. */
export const noteKeys = {
  log: formatVkey(sampleLogKey),
  cosigners: sampleCosigners.map(formatVkey),
  quorum: 2,
}

const root = sampleRandom('root')
const text = formatCheckpoint({ origin: sampleLogKey.name, size: 20_852_163, root })
const [police, prosecutor, court] = sampleCosigners as [NoteSigner, NoteSigner, NoteSigner]
const stranger = sampleSigner('stranger.example/cosigner', 'cosignature')

/** Vectors of notes, checkpoints and verifier keys. */
export async function noteVectors(): Promise<VectorFiles> {
  const good = await signedText(text, sampleLogKey, [police, court])
  const note = (body: string, signers: readonly NoteSigner[] = [police, court]) =>
    signedText(body, sampleLogKey, signers)
  const checkpoint = (lines: readonly string[]) => note(`${lines.join('\n')}\n`)
  const base64 = toBase64(root)
  return {
    'keys.json': { about: 'opens the notes (*.txt) beside: made from words, never to be trusted', ...noteKeys },
    'valid/note-two-of-three.txt': good,
    'valid/note-unknown-key-beside.txt': await note(text, [police, stranger, court]),
    'valid/note-sixteen-more-unknown-keys.txt': await note(text, [police, court, ...strangers(16)]),
    'valid/note-extension-line.txt': await checkpoint([sampleLogKey.name, '1', base64, 'an extension line']),
    'valid/note-empty-tree.txt': await checkpoint([sampleLogKey.name, '0', base64]),
    'invalid/note-malformed--no-signatures.txt': text,
    'invalid/note-malformed--no-empty-line.txt': good.replace('\n\n', '\n'),
    'invalid/note-malformed--hyphen-for-dash.txt': good.replace('\n— ', '\n- '),
    'invalid/note-malformed--carriage-return.txt': good.replace('\n\n', '\n\r\n'),
    'invalid/note-malformed--no-last-line-feed.txt': good.slice(0, -1),
    'invalid/note-malformed--base64-unused-bits.txt': unusedBits(good),
    'invalid/note-malformed--text-after.txt': `${good}more\n`,
    'invalid/note-too-many-signatures.txt': await note(text, [police, court, ...strangers(100)]),
    'invalid/note-known-key-bad-signature.txt': good.replace('20852163', '20852164'),
    'invalid/note-known-key-bad-signature--cosigner.txt': await spoiled(police),
    'invalid/note-known-key-bad-signature--cosigner-time.txt': await cosignedAtOtherTime(),
    'invalid/note-known-key-bad-signature--too-short.txt': await shortened(),
    'invalid/note-no-known-signature.txt': await signedText(
      text,
      sampleSigner(sampleLogKey.name.replace('sample', 'other'), 'ed25519'),
    ),
    'invalid/note-no-known-signature--same-name-other-key.txt': await signedText(text, otherKeySameName()),
    'invalid/note-no-known-signature--cosigners-only.txt': await withoutLog(),
    'invalid/checkpoint-too-few-cosignatures.txt': await note(text, [prosecutor]),
    'invalid/checkpoint-too-few-cosignatures--one-twice.txt': await note(text, [police, police]),
    'invalid/checkpoint-origin-wrong.txt': await checkpoint(['pars.example/elsewhere', '1', base64]),
    'invalid/checkpoint-malformed--two-lines.txt': await checkpoint([sampleLogKey.name, '1']),
    'invalid/checkpoint-malformed--size-leading-zero.txt': await checkpoint([sampleLogKey.name, '01', base64]),
    'invalid/checkpoint-malformed--size-negative.txt': await checkpoint([sampleLogKey.name, '-1', base64]),
    'invalid/checkpoint-malformed--size-beyond-2-53.txt': await checkpoint([
      sampleLogKey.name,
      '9007199254740992',
      base64,
    ]),
    'invalid/checkpoint-malformed--root-31-bytes.txt': await checkpoint([
      sampleLogKey.name,
      '1',
      toBase64(root.subarray(1)),
    ]),
    'invalid/checkpoint-malformed--empty-extension.txt': await checkpoint([sampleLogKey.name, '1', base64, '']),
    ...vkeyVectors(),
  }
}

function vkeyVectors(): VectorFiles {
  const vkey = (text: string) => ({ check: 'vkey', vkey: text })
  const [name = '', id = '', material = ''] = noteKeys.log.split('+', 3)
  const rest = noteKeys.log.slice(name.length + id.length + 2)
  return {
    'valid/vkey-log.json': vkey(noteKeys.log),
    'valid/vkey-cosigner.json': vkey(noteKeys.cosigners[0] ?? ''),
    'invalid/vkey-malformed--no-id.json': vkey(`${name}+${rest}`),
    'invalid/vkey-malformed--space-in-name.json': vkey(`pars example+${id}+${rest}`),
    'invalid/vkey-malformed--31-byte-key.json': vkey(
      `${name}+${id}+${toBase64(Uint8Array.of(1, ...root.subarray(1)))}`,
    ),
    'invalid/vkey-id-mismatch.json': vkey(`${name}+00000000+${rest}`),
    'invalid/vkey-id-mismatch--other-name.json': vkey(`pars.example/other+${id}+${rest}`),
    'invalid/vkey-algorithm-unknown.json': vkey(`${name}+${id}+${toBase64(Uint8Array.of(2, ...root))}`),
    'invalid/vkey-malformed--empty-key.json': vkey(`${name}+${id}+${material.slice(0, 0)}`),
  }
}

function strangers(count: number): NoteSigner[] {
  return Array.from({ length: count }, (_, i) => sampleSigner(`stranger.example/${i}`, 'cosignature'))
}

/** The last character before the padding changed so that the same bytes are spelled another way. */
function unusedBits(note: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const [body, lines] = note.split('\n\n')
  const changed = lines?.replace(/([A-Za-z0-9+/])(=+\n)/, (_, last: string, padding: string) => {
    return `${alphabet[alphabet.indexOf(last) ^ 1]}${padding}`
  })
  return `${body}\n\n${changed}`
}

async function spoiled(cosigner: NoteSigner): Promise<string> {
  const bad = { ...(await signNote(text, cosigner, 1)), signature: new Uint8Array(72) }
  return formatNote({ text, signatures: [await signNote(text, sampleLogKey), bad, await signNote(text, court, 1)] })
}

async function cosignedAtOtherTime(): Promise<string> {
  const line = await signNote(text, police, 1_535_774_400)
  const signature = Uint8Array.from(line.signature)
  signature[7] = (signature[7] ?? 0) ^ 1
  return formatNote({ text, signatures: [await signNote(text, sampleLogKey), { ...line, signature }] })
}

async function shortened(): Promise<string> {
  const line = await signNote(text, sampleLogKey)
  return formatNote({ text, signatures: [{ ...line, signature: line.signature.subarray(0, 63) }] })
}

/** Signed by another key under the log's name: its id is another, so the line says nothing. */
function otherKeySameName(): NoteSigner {
  const other = sampleSigner('pars.example/other', 'ed25519')
  return { ...other, name: sampleLogKey.name }
}

async function withoutLog(): Promise<string> {
  const note = parseNote(utf8(await signedText(text, sampleLogKey, [police, court])))
  if (!note.ok) throw new Error(note.fault)
  return formatNote({ ...note.value, signatures: note.value.signatures.slice(1) })
}
