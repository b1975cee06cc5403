import {
  type CheckpointKeys,
  checkConsistency,
  checkInclusion,
  checkOpening,
  checkPackage,
  checkReceipt,
  decideCosigning,
  decodeBundle,
  formatPolicy,
  hashLeaf,
  type LogFault,
  memorySource,
  openCheckpoint,
  openCheckpointByPolicy,
  parseCanonicalJson,
  parseLeaf,
  parseOpening,
  parsePolicy,
  parseTilePath,
  parseVkey,
  readBase64,
  takeTile,
  toHex,
  utf8,
  type Verdict,
  type VerifierKey,
  verifyLog,
} from '../src/index.ts'
import { sha256, verifyEd25519, verifyEs256 } from '../src/node/index.ts'

type Vector = { readonly [member: string]: unknown }
type Readers = { readonly [check: string]: (vector: Vector) => Verdict | Promise<Verdict> }

const readers: Readers = {
  json: v => parseCanonicalJson(v['jsonBase64'] === undefined ? utf8(String(v['json'])) : bytes(v['jsonBase64'])),
  leaf: checkLeaf,
  opening: v => openingOf(v['opening'], String(v['leaf'])),
  vkey: v => parseVkey(sha256, String(v['vkey'])),
  tile: v => takeTile({ level: num(v['level']), index: num(v['index']), width: num(v['width']) }, bytes(v['bytes'])),
  path: checkPath,
  bundle: checkBundle,
  policy: checkPolicy,
  'add-checkpoint': checkRequest,
  inclusion: v =>
    checkInclusion(sha256, {
      index: num(v['index']),
      size: num(v['size']),
      leafHash: bytes(v['leafHash']),
      root: bytes(v['root']),
      proof: list(v['proof']).map(bytes),
    }),
  consistency: v =>
    checkConsistency(sha256, {
      size1: num(v['size1']),
      size2: num(v['size2']),
      root1: bytes(v['root1']),
      root2: bytes(v['root2']),
      proof: list(v['proof']).map(bytes),
    }),
}

/** What a JSON vector (not of a whole log) comes to. Throws when the vector is not understood or its stated results differ. */
export async function runVector(vector: Vector): Promise<Verdict> {
  const reader = readers[String(vector['check'])]
  if (reader === undefined) throw new Error(`unknown check ${vector['check']}`)
  return reader(vector)
}

/** What a note comes to, opened with the keys that lie beside the vectors. */
export async function runNote(note: Uint8Array, keys: Vector): Promise<Verdict> {
  return openCheckpoint(note, trustedIn(keys))
}

/** What a receipt comes to, checked with the keys that lie beside the vectors. */
export async function runReceipt(receipt: Uint8Array, keys: Vector): Promise<Verdict> {
  return checkReceipt(sha256, receipt, trustedIn(keys))
}

/** The faults of a package, checked with the log's key that lies beside the vectors. */
export async function runPackage(bytes: Uint8Array, keys: Vector): Promise<readonly LogFault[]> {
  const checks = { ed25519: verifyEd25519, es256: verifyEs256 }
  return (await checkPackage(bytes, { sha256, checks, logKey: keyOf(keys['log']) })).faults
}

function trustedIn(keys: Vector): CheckpointKeys {
  return {
    verify: verifyEd25519,
    logKey: keyOf(keys['log']),
    cosigners: { keys: list(keys['cosigners']).map(keyOf), quorum: num(keys['quorum']) },
  }
}

/** The faults of a whole log, without their details. `base` is the log whose files this one changes. */
export async function runLog(vector: Vector, base: Vector | undefined): Promise<LogFault[]> {
  const files = new Map<string, Uint8Array>()
  for (const source of [base?.['files'], vector['files']]) {
    for (const [path, content] of Object.entries((source ?? {}) as Vector)) {
      if (content === null) files.delete(path)
      else files.set(path, bytes(content))
    }
  }
  const logKey = keyOf(vector['vkey'])
  const options = { sha256, verify: verifyEd25519, logKey }
  const known = vector['known'] === undefined ? undefined : await openCheckpoint(utf8(String(vector['known'])), options)
  if (known !== undefined && !known.ok) throw new Error(known.fault)
  const report = await verifyLog(memorySource(files), known ? { ...options, known: known.value.checkpoint } : options)
  return report.faults.map(({ detail: _detail, ...fault }) => fault)
}

function checkLeaf(vector: Vector): Verdict {
  const text = String(vector['leaf'])
  const leaf = parseLeaf(utf8(text))
  if (!leaf.ok) return leaf
  if (vector['leafHash'] !== toHex(hashLeaf(sha256, utf8(text)))) throw new Error('leafHash differs')
  const verdicts = list(vector['openings']).map(opening => openingOf(opening, text))
  if (verdicts.length !== leaf.value.slotNames.length) throw new Error('a slot is not opened')
  return verdicts.find(verdict => !verdict.ok) ?? leaf
}

function openingOf(json: unknown, leaf: string): Verdict {
  const opening = parseOpening(json)
  return opening.ok ? checkOpening(sha256, utf8(leaf), opening.value) : opening
}

function checkPath(vector: Vector): Verdict {
  const path = parseTilePath(String(vector['path']))
  if (!path.ok) return path
  const { level, index, width } = path.value
  if (level !== vector['level'] || index !== vector['index'] || width !== vector['width'])
    throw new Error('read otherwise')
  return path
}

function checkBundle(vector: Vector): Verdict {
  const entries = decodeBundle(bytes(vector['bytes']), num(vector['width']))
  if (
    entries.ok &&
    list(vector['entries']).some((entry, i) => toHex(bytes(entry)) !== toHex(entries.value[i] ?? bytes('')))
  ) {
    throw new Error('read otherwise')
  }
  return entries
}

/** A policy alone, or with the note that it is asked about. */
async function checkPolicy(vector: Vector): Promise<Verdict> {
  const policy = parsePolicy(sha256, String(vector['policy']))
  if (!policy.ok) return policy
  const again = parsePolicy(sha256, formatPolicy(policy.value))
  if (!again.ok || formatPolicy(again.value) !== formatPolicy(policy.value)) throw new Error('written otherwise')
  return vector['note'] === undefined
    ? policy
    : openCheckpointByPolicy(utf8(String(vector['note'])), policy.value, verifyEd25519)
}

/** What a cosigner with this memory answers; the status must be the one that the vector states. */
async function checkRequest(vector: Vector): Promise<Verdict> {
  const { size, root } = vector['remembered'] as Vector
  const logs = [{ key: keyOf(vector['vkey']), remembered: { size: num(size), root: bytes(root) } }]
  const decision = await decideCosigning({ sha256, verify: verifyEd25519, logs }, utf8(String(vector['body'])))
  if (decision.status !== vector['status']) throw new Error(`answered ${decision.status}, not ${vector['status']}`)
  if (decision.status === 409 && decision.size !== size) throw new Error('told another size than it remembers')
  return decision.status === 200 ? { ok: true } : { ok: false, fault: decision.fault }
}

function keyOf(vkey: unknown): VerifierKey {
  const key = parseVkey(sha256, String(vkey))
  if (!key.ok) throw new Error(key.fault)
  return key.value
}

function bytes(base64: unknown): Uint8Array {
  const read = readBase64(String(base64))
  if (read === undefined) throw new Error(`not base64: ${base64}`)
  return read
}

function num(value: unknown): number {
  if (typeof value !== 'number') throw new Error(`not a number: ${value}`)
  return value
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error(`not a list: ${value}`)
  return value
}
