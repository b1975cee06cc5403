import { formatOpening, hashLeaf, type Json, openSlot, parseLeaf, toBase64, toHex, utf8 } from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'
import { type Sample, samples } from './sample-entries.ts'

/** Content of vector files by path below `vectors/`. */
export type VectorFiles = { readonly [path: string]: string | object }

/** Vectors of leaves, their JSON and the opening of their slots. */
export function leafVectors(): VectorFiles {
  return { ...Object.fromEntries(samples.map(validSample)), ...invalidJson(), ...invalidLeaves(), ...invalidOpenings() }
}

function validSample(sample: Sample): [string, object] {
  const { entry, about, leaf, slots } = sample
  const text = textOf(leaf.bytes)
  const openings = Object.entries(slots).map(([slot, value]) =>
    formatOpening(openSlot(Object.keys(slots), leaf.commitments, slot, value)),
  )
  const parsed = parseLeaf(leaf.bytes)
  if (!parsed.ok) throw new Error(parsed.fault)
  const name = parsed.value.class === 'record' ? 'record' : parsed.value.kind.replace('.', '-')
  const path = `valid/leaf-${String(entry).padStart(2, '0')}-${name}.json`
  return [path, { check: 'leaf', about, leaf: text, leafHash: toHex(hashLeaf(sha256, leaf.bytes)), openings }]
}

function invalidJson(): VectorFiles {
  const json = (text: string) => ({ check: 'json', json: text })
  return {
    'invalid/json-not-canonical--space.json': json('{"a": 1}'),
    'invalid/json-not-canonical--order.json': json('{"b":1,"a":2}'),
    'invalid/json-not-canonical--repeated-key.json': json('{"a":1,"a":1}'),
    'invalid/json-not-canonical--escape.json': json('{"a":"\\u0062"}'),
    'invalid/json-not-canonical--exponent.json': json('{"a":1e2}'),
    'invalid/json-not-canonical--lone-surrogate.json': json('{"a":"\\ud800"}'),
    'invalid/json-not-canonical--trailing.json': json('{"a":1}\n'),
    'invalid/json-not-canonical--byte-order-mark.json': json('\ufeff{"a":1}'),
    'invalid/json-not-canonical--not-json.json': json('{"a":'),
    'invalid/json-not-utf8.json': { check: 'json', jsonBase64: toBase64(Uint8Array.of(0x22, 0xc3, 0x28, 0x22)) },
    'invalid/json-number-not-integer--fraction.json': json('{"a":1.5}'),
    'invalid/json-number-not-integer--beyond-2-53.json': json('{"a":9007199254740993}'),
    'invalid/json-number-not-integer--minus-zero.json': json('{"a":-0}'),
    'invalid/json-too-deep.json': json('['.repeat(33) + ']'.repeat(33)),
    'valid/json-deepest.json': json('['.repeat(32) + ']'.repeat(32)),
    'valid/json-order-by-code-unit.json': json(
      '{"":-1,"A":null,"a":[true,false],"é":"\\u0000\\n\\"/","😀":9007199254740991,"ﬀ":{}}',
    ),
  }
}

function invalidLeaves(): VectorFiles {
  const arrest = leafOf(3)
  const answered = leafOf(9)
  const leaf = (fields: Json) => ({ check: 'leaf', leaf: canonical(fields) })
  const without = (fields: { [key: string]: Json }, name: string) =>
    Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
  return {
    'invalid/leaf-not-an-object.json': leaf([1]),
    'invalid/leaf-version-unknown.json': leaf({ ...arrest, v: 2 }),
    'invalid/leaf-version-unknown--missing.json': leaf(without(arrest, 'v')),
    'invalid/leaf-class-unknown.json': leaf({ ...arrest, class: 'diary' }),
    'invalid/leaf-seat-unknown.json': leaf({ ...arrest, seat: 'sheriff' }),
    'invalid/leaf-kind-unknown.json': leaf({ ...answered, kind: 'inquiry.guessed' }),
    'invalid/leaf-kind-unknown--inherited-name.json': leaf({ ...answered, kind: 'constructor' }),
    'invalid/leaf-field-missing.json': leaf(without(answered, 'unit')),
    'invalid/leaf-field-missing--nonce.json': leaf(without(arrest, 'nonce')),
    'invalid/leaf-field-unknown--kind-of-a-record.json': leaf({ ...arrest, kind: 'arrest.reported' }),
    'invalid/leaf-field-unknown--officer.json': leaf({ ...answered, officer: 'acc_22e90b11' }),
    'invalid/leaf-field-invalid--record-time-too-fine.json': leaf({ ...arrest, at: '2018-07-18T14:03:22.517Z' }),
    'invalid/leaf-field-invalid--conduct-time-too-coarse.json': leaf({ ...answered, at: '2018-07-20T13:11:09Z' }),
    'invalid/leaf-field-invalid--day-that-is-none.json': leaf({ ...answered, at: '2018-02-29T13:11:09.000Z' }),
    'invalid/leaf-field-invalid--nonce-too-short.json': leaf({ ...arrest, nonce: 'ab' }),
    'invalid/leaf-field-invalid--nonce-upper-case.json': leaf({ ...arrest, nonce: 'A'.repeat(64) }),
    'invalid/leaf-field-invalid--slots-too-long.json': leaf({ ...arrest, slots: 'a'.repeat(66) }),
    'invalid/leaf-field-invalid--rows-negative.json': leaf({ ...answered, rows: -1 }),
    'invalid/leaf-field-invalid--rows-as-text.json': leaf({ ...answered, rows: '1' }),
    'invalid/leaf-field-invalid--classes-unsorted.json': leaf({ ...answered, classes: ['charges', 'arrest'] }),
    'invalid/leaf-field-invalid--classes-repeated.json': leaf({ ...answered, classes: ['arrest', 'arrest'] }),
    'invalid/leaf-field-invalid--filter-typed-text.json': leaf({ ...answered, filters: ['Sample, Pat Q.'] }),
    'invalid/leaf-field-invalid--unit-null.json': leaf({ ...answered, unit: null }),
    'invalid/leaf-field-invalid--authentication.json': leaf({ ...answered, authentication: 'trusted' }),
  }
}

function invalidOpenings(): VectorFiles {
  const sample = sampleOf(9)
  const other = sampleOf(12)
  const names = Object.keys(sample.slots)
  const { commitments } = sample.leaf
  const person = sample.slots['person'] ?? { salt: new Uint8Array(32), absent: true }
  const good = openSlot(names, commitments, 'person', person)
  const opening = (changed: object) => ({
    check: 'opening',
    leaf: textOf(sample.leaf.bytes),
    opening: { ...(formatOpening(good) as object), ...changed },
  })
  const hex = commitments.map(toHex)
  return {
    'invalid/opening-slot-unknown.json': opening({ slot: 'informant' }),
    'invalid/opening-slot-count-wrong.json': opening({ commitments: hex.slice(0, -1) }),
    'invalid/opening-slot-count-wrong--one-more.json': opening({ commitments: [...hex, hex[0]] }),
    'invalid/slot-salt-not-32-bytes.json': opening({ salt: toHex(person.salt.subarray(1)) }),
    'invalid/opening-commitment-mismatch--content.json': opening({ content: toBase64(utf8('{"name":"Sample, Pat"}')) }),
    'invalid/opening-commitment-mismatch--absent.json': opening({ content: null }),
    'invalid/opening-commitment-mismatch--empty.json': opening({ content: '' }),
    'invalid/opening-commitment-mismatch--other-slot.json': opening({ slot: 'behalf' }),
    'invalid/opening-commitment-mismatch--short.json': opening({
      commitments: hex.map((one, i) => (i === 3 ? one.slice(2) : one)),
    }),
    'invalid/opening-root-mismatch--order.json': opening({ commitments: [hex[1], hex[0], ...hex.slice(2)] }),
    'invalid/opening-root-mismatch--other-leaf.json': { ...opening({}), leaf: textOf(nonceOf(sample, other)) },
    'invalid/opening-malformed--member-missing.json': { ...opening({}), opening: { slot: 'person' } },
    'invalid/opening-malformed--salt-not-hex.json': opening({ salt: 'salt' }),
    'invalid/opening-malformed--base64-unused-bits.json': opening({ content: 'eyJ=' }),
  }
}

/** The sample's leaf with the slots root of another entry: its own openings may not fit. */
function nonceOf(sample: Sample, other: Sample): Uint8Array {
  const root = /"slots":"([0-9a-f]{64})"/.exec(textOf(other.leaf.bytes))?.[1] ?? ''
  return utf8(textOf(sample.leaf.bytes).replace(/"slots":"[0-9a-f]{64}"/, `"slots":"${root}"`))
}

export function sampleOf(entry: number): Sample {
  const sample = samples[entry - 1]
  if (sample === undefined) throw new RangeError(`no sample ${entry}`)
  return sample
}

function leafOf(entry: number): { [key: string]: Json } {
  return JSON.parse(textOf(sampleOf(entry).leaf.bytes))
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function canonical(value: Json): string {
  return JSON.stringify(value, (_, item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}
