import {
  bundlePath,
  decodeBundle,
  encodeBundle,
  type FaultName,
  formatCheckpoint,
  formatVkey,
  hashLeaf,
  toBase64,
  utf8,
} from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'
import { sampleOf, textOf, type VectorFiles } from './leaf-vectors.ts'
import { type Files, logFiles, recordLeaves, signedText } from './log-files.ts'
import { sampleLogKey, sampleRandom, samples } from './sample-entries.ts'

type Expected = { readonly name: FaultName; readonly entry?: number; readonly through?: number; readonly path?: string }

const sampleLeaves = samples.map(sample => sample.leaf.bytes)
const threeHundred = 'valid/log-300-records.json'
const bundle0 = bundlePath({ index: 0, width: 256 })

/** Vectors of whole logs. An invalid one is a valid one (`base`) with some files changed; `faults` is all a verifier should find. */
export async function logVectors(): Promise<VectorFiles> {
  return { ...(await validLogs()), ...(await damagedFiles()), ...(await dishonestLogs()) }
}

async function validLogs(): Promise<VectorFiles> {
  const log = (files: Files) => ({ check: 'log', vkey: formatVkey(sampleLogKey), files: inBase64(files) })
  return {
    'valid/log-empty.json': log(await logFiles([])),
    'valid/log-samples.json': {
      ...log(await logFiles(sampleLeaves)),
      known: await checkpointOf(sampleLeaves.slice(0, 12)),
    },
    [threeHundred]: { ...log(await logFiles(recordLeaves(300))), known: await checkpointOf(recordLeaves(256)) },
  }
}

async function damagedFiles(): Promise<VectorFiles> {
  const files = await logFiles(recordLeaves(300))
  const changedTile = flip(files, 'tile/0/000', 32 * 6 + 1)
  const changedBundle = withEntry(files, 6, altered)
  const bothChanged = { ...changedBundle, 'tile/0/000': tileWith(files, 6, decoded(changedBundle[bundle0])[6]) }
  const bytes = (path: string) => files.get(path) ?? new Uint8Array(0)
  return {
    'invalid/checkpoint-missing.json': damaged({ checkpoint: null }, [
      { name: 'checkpoint-missing', path: 'checkpoint' },
    ]),
    'invalid/bundle-missing.json': damaged({ [bundle0]: null }, [
      { name: 'bundle-missing', entry: 1, through: 256, path: bundle0 },
    ]),
    'invalid/bundle-missing--partial.json': damaged({ 'tile/entries/001.p/44': null }, [
      { name: 'bundle-missing', entry: 257, through: 300, path: 'tile/entries/001.p/44' },
    ]),
    'invalid/bundle-malformed--in-a-log.json': damaged(flip(files, bundle0, 0), [
      { name: 'bundle-malformed', entry: 1, through: 256, path: bundle0 },
    ]),
    'invalid/bundle-count-wrong--entry-dropped.json': damaged(
      { [bundle0]: encodeBundle(decoded(bytes(bundle0)).slice(1)) },
      [{ name: 'bundle-count-wrong', entry: 1, through: 256, path: bundle0 }],
    ),
    'invalid/tile-missing.json': damaged({ 'tile/1/000.p/1': null }, [
      { name: 'tile-missing', path: 'tile/1/000.p/1' },
    ]),
    'invalid/tile-length-wrong--in-a-log.json': damaged({ 'tile/0/000': bytes('tile/0/000').subarray(32) }, [
      { name: 'tile-length-wrong', path: 'tile/0/000' },
    ]),
    'invalid/tile-altered.json': damaged(changedTile, [
      { name: 'tile-altered', entry: 7, through: 7, path: 'tile/0/000' },
    ]),
    'invalid/tile-altered--level-one.json': damaged(flip(files, 'tile/1/000.p/1', 5), [
      { name: 'tile-altered', entry: 1, through: 256, path: 'tile/1/000.p/1' },
    ]),
    'invalid/tile-altered--partial.json': damaged(flip(files, 'tile/0/001.p/44', 0), [
      { name: 'tile-altered', entry: 257, through: 257, path: 'tile/0/001.p/44' },
    ]),
    'invalid/entry-altered.json': damaged(changedBundle, [{ name: 'entry-altered', entry: 7 }]),
    'invalid/entry-altered--swapped.json': damaged(swapped(files, 20, 21), [
      { name: 'entry-altered', entry: 21 },
      { name: 'entry-altered', entry: 22 },
    ]),
    'invalid/entry-altered--last-of-the-log.json': damaged(withEntry(files, 299, altered), [
      { name: 'entry-altered', entry: 300 },
    ]),
    'invalid/entry-altered--and-a-tile.json': damaged({ ...changedBundle, ...flip(files, 'tile/0/001.p/44', 0) }, [
      { name: 'entry-altered', entry: 7 },
      { name: 'tile-altered', entry: 257, through: 257, path: 'tile/0/001.p/44' },
    ]),
    'invalid/entries-altered.json': damaged(bothChanged, [
      { name: 'entries-altered', entry: 1, through: 256, path: 'tile/0/000' },
    ]),
    'invalid/root-mismatch.json': damaged({ checkpoint: utf8(await signedText(otherRoot(), sampleLogKey)) }, [
      { name: 'root-mismatch', entry: 1, through: 300, path: 'checkpoint' },
    ]),
  }
}

async function dishonestLogs(): Promise<VectorFiles> {
  const whole = (leaves: readonly Uint8Array[], faults: readonly Expected[], more: object = {}) =>
    logFiles(leaves).then(files => ({
      check: 'log',
      vkey: formatVkey(sampleLogKey),
      files: inBase64(files),
      faults,
      ...more,
    }))
  const changed = (entry: number, from: string | RegExp, to: string) =>
    sampleLeaves.map((leaf, i) => (i === entry - 1 ? utf8(textOf(leaf).replace(from, to)) : leaf))
  const unbacked: Expected[] = [{ name: 'activation-without-two-ballots', entry: 8 }]
  const known = { known: await checkpointOf(sampleLeaves) }
  return {
    ...(await untimelyLogs(whole, changed)),
    'invalid/activation-without-two-ballots.json': await whole(changed(8, '[5,6]', '[5]'), unbacked),
    'invalid/activation-without-two-ballots--one-seat-twice.json': await whole(
      changed(6, '"court"', '"police"'),
      unbacked,
    ),
    'invalid/activation-without-two-ballots--one-against.json': await whole(changed(6, '"for"', '"against"'), unbacked),
    'invalid/activation-without-two-ballots--other-terms.json': await whole(
      changed(8, /"termsHash":"./, '"termsHash":"0'),
      unbacked,
    ),
    'invalid/activation-without-two-ballots--ballot-afterwards.json': await whole(
      changed(8, '[5,6]', '[5,9]'),
      unbacked,
    ),
    'invalid/activation-without-acceptance.json': await whole(changed(8, '"acceptance":7', '"acceptance":6'), [
      { name: 'activation-without-acceptance', entry: 8 },
    ]),
    'invalid/leaf-field-unknown--in-a-log.json': await whole(changed(9, '"filters"', '"dob":"1970-01-01","filters"'), [
      { name: 'leaf-field-unknown', entry: 9 },
    ]),
    'invalid/checkpoint-older-than-known.json': await whole(
      sampleLeaves.slice(0, -1),
      [{ name: 'checkpoint-older-than-known', path: 'checkpoint' }],
      known,
    ),
    'invalid/checkpoint-contradicts-known.json': await whole(
      changed(10, '"rows":0', '"rows":1'),
      [{ name: 'checkpoint-contradicts-known', entry: 1, through: 17, path: 'checkpoint' }],
      known,
    ),
    'invalid/checkpoint-contradicts-known--newest-replaced.json': await whole(
      [...sampleLeaves.slice(0, -1), sampleOf(16).leaf.bytes],
      [{ name: 'checkpoint-contradicts-known', entry: 1, through: 17, path: 'checkpoint' }],
      known,
    ),
  }
}

type Whole = (leaves: readonly Uint8Array[], faults: readonly Expected[]) => Promise<object>
type Changed = (entry: number, from: string | RegExp, to: string) => Uint8Array[]

/** Answers and activations at times at which there can be none. */
async function untimelyLogs(whole: Whole, changed: Changed): Promise<VectorFiles> {
  const answeredAt = (at: string) => changed(9, '2018-07-20T13:11:09.431Z', at)
  const stopped = utf8(
    textOf(sampleOf(16).leaf.bytes)
      .replace('agreement.ended', 'agreement.suspended')
      .replace('end-date', 'resolution')
      .replace('2018-09-01T04:00:00.000Z', '2018-07-20T13:00:00.000Z'),
  )
  const renewed = [5, 6, 7, 8].map(entry =>
    utf8(
      textOf(sampleOf(entry).leaf.bytes)
        .replace('"agreementVersion":3', '"agreementVersion":4')
        .replace('"acceptance":7', '"acceptance":11')
        .replace('[5,6]', '[9,10]'),
    ),
  )
  return {
    'invalid/answer-after-end--of-the-older-version.json': await whole(
      answeredAt('2018-07-21T13:11:09.431Z').toSpliced(8, 0, ...renewed),
      [{ name: 'answer-after-end', entry: 13 }],
    ),
    'invalid/activation-before-votes.json': await whole(
      changed(8, '2018-07-19T16:00:05.250Z', '2018-07-19T15:59:59.999Z'),
      [{ name: 'activation-before-votes', entry: 8 }],
    ),
    'invalid/answer-without-agreement.json': await whole(changed(9, '"agreementVersion":3', '"agreementVersion":2'), [
      { name: 'answer-without-agreement', entry: 9 },
    ]),
    'invalid/answer-without-agreement--before-it-began.json': await whole(answeredAt('2018-07-20T03:59:59.999Z'), [
      { name: 'answer-without-agreement', entry: 9 },
    ]),
    'invalid/answer-after-end.json': await whole(answeredAt('2018-09-01T04:00:00.000Z'), [
      { name: 'answer-after-end', entry: 9 },
    ]),
    'invalid/answer-while-stopped.json': await whole(answeredAt('2018-07-21T13:00:00.001Z').toSpliced(8, 0, stopped), [
      { name: 'answer-while-stopped', entry: 10 },
    ]),
  }
}

type Changes = { readonly [path: string]: Uint8Array | null }

function damaged(changes: Changes, faults: readonly Expected[]): object {
  const files = Object.fromEntries(
    Object.entries(changes).map(([path, bytes]) => [path, bytes === null ? null : toBase64(bytes)]),
  )
  return { check: 'log', vkey: formatVkey(sampleLogKey), base: threeHundred, files, faults }
}

function inBase64(files: Files): { [path: string]: string } {
  return Object.fromEntries([...files].sort().map(([path, bytes]) => [path, toBase64(bytes)]))
}

async function checkpointOf(leaves: readonly Uint8Array[]): Promise<string> {
  return textOf((await logFiles(leaves)).get('checkpoint') ?? new Uint8Array(0))
}

function flip(files: Files, path: string, at: number): Changes {
  const bytes = Uint8Array.from(files.get(path) ?? [])
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return { [path]: bytes }
}

/** The leaf with another batch time: still well-formed, so that only the tree can tell. */
function altered(leaf: Uint8Array): Uint8Array {
  return utf8(textOf(leaf).replace(/:\d\dZ"/, ':59Z"'))
}

function withEntry(files: Files, index: number, change: (leaf: Uint8Array) => Uint8Array): Record<string, Uint8Array> {
  const path = index < 256 ? bundle0 : 'tile/entries/001.p/44'
  const entries = decoded(files.get(path)).map((leaf, i) => (i === index % 256 ? change(leaf) : leaf))
  return { [path]: encodeBundle(entries) }
}

function swapped(files: Files, a: number, b: number): Changes {
  const entries = decoded(files.get(bundle0))
  const [first, second] = [entries[a], entries[b]]
  if (first === undefined || second === undefined) throw new RangeError('no such entries')
  return { [bundle0]: encodeBundle(entries.with(a, second).with(b, first)) }
}

function tileWith(files: Files, index: number, leaf: Uint8Array | undefined): Uint8Array {
  const tile = Uint8Array.from(files.get('tile/0/000') ?? [])
  tile.set(hashLeaf(sha256, leaf ?? new Uint8Array(0)), index * 32)
  return tile
}

function decoded(bytes: Uint8Array | undefined): Uint8Array[] {
  const count = bytes === undefined || bytes.length > 20_000 ? 256 : 44
  const entries = decodeBundle(bytes ?? new Uint8Array(0), count)
  if (!entries.ok) throw new Error(entries.fault)
  return entries.value
}

function otherRoot(): string {
  return formatCheckpoint({ origin: sampleLogKey.name, size: 300, root: sampleRandom('root') })
}
