import {
  canonicalJson,
  formatReceipt,
  formatTlogProof,
  memorySource,
  openSlot,
  proveInclusion,
  type Receipt,
  tileReader,
  toBase64,
  utf8,
} from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'
import type { VectorFiles } from './leaf-vectors.ts'
import { logFiles } from './log-files.ts'
import { sampleCosigners, sampleRandom, samples } from './sample-entries.ts'

const asked = ['officer', 'case', 'predicate']

/** The receipt of a sample entry in the log of the samples, with these of its slots laid open. */
export async function sampleReceipt(entry: number, slots: readonly string[], cosigned = 2): Promise<Receipt> {
  const leaves = samples.map(({ leaf }) => leaf.bytes)
  const files = await logFiles(leaves, sampleCosigners.slice(0, cosigned))
  const sample = samples[entry - 1]
  if (sample === undefined) throw new Error(`no sample ${entry}`)
  const hashes = await proveInclusion(sha256, tileReader(memorySource(files)), {
    index: entry - 1,
    size: leaves.length,
  })
  const contents = sample.slots as { readonly [name: string]: Parameters<typeof openSlot>[3] }
  return {
    index: entry - 1,
    hashes,
    checkpoint: new TextDecoder().decode(files.get('checkpoint')),
    leaf: new TextDecoder().decode(sample.leaf.bytes),
    openings: slots.map(name => {
      const slot = contents[name]
      if (slot === undefined) throw new Error(`no slot ${name}`)
      return openSlot(Object.keys(contents), sample.leaf.commitments, name, slot)
    }),
  }
}

/** Vectors of receipts: tlog-proof files, opened with the keys of the notes. */
export async function receiptVectors(): Promise<VectorFiles> {
  const receipt = await sampleReceipt(9, asked)
  const good = formatReceipt(receipt)
  const bare = formatTlogProof({ ...receipt })
  const proof = (changed: Partial<Receipt>) => formatReceipt({ ...receipt, ...changed })
  const extra = (value: Parameters<typeof canonicalJson>[0]) =>
    formatTlogProof({ ...receipt, extra: canonicalJson(value) })
  const refused = await sampleReceipt(11, asked)
  const [first] = receipt.openings
  if (first === undefined) throw new Error('nothing is opened')
  return {
    'valid/receipt-answered.tlog-proof': good,
    'valid/receipt-refused.tlog-proof': formatReceipt(refused),
    'valid/receipt-nothing-opened.tlog-proof': formatReceipt(await sampleReceipt(3, [])),
    'invalid/receipt-malformed--first-line.tlog-proof': good.replace('@v1', '@v2'),
    'invalid/receipt-malformed--no-extra.tlog-proof': bare,
    'invalid/receipt-malformed--extra-not-base64.tlog-proof': good.replace('\nextra ', '\nextra  '),
    'invalid/receipt-malformed--extra-without-leaf.tlog-proof': extra({ format: 'pars-receipt-1', openings: [] }),
    'invalid/receipt-malformed--extra-of-another-format.tlog-proof': extra({
      format: 'pars-receipt-2',
      leaf: receipt.leaf,
      openings: [],
    }),
    'invalid/receipt-malformed--extra-member-more.tlog-proof': extra({
      format: 'pars-receipt-1',
      leaf: receipt.leaf,
      openings: [],
      told: 'more',
    }),
    'invalid/json-not-canonical--extra-of-a-receipt.tlog-proof': formatTlogProof({
      ...receipt,
      extra: utf8(`{ "format":"pars-receipt-1","leaf":${JSON.stringify(receipt.leaf)},"openings":[]}`),
    }),
    'invalid/receipt-malformed--index-leading-zero.tlog-proof': good.replace('\nindex 8\n', '\nindex 08\n'),
    'invalid/receipt-malformed--index-missing.tlog-proof': good.replace('\nindex 8\n', '\n'),
    'invalid/receipt-malformed--hash-of-31-bytes.tlog-proof': good.replace(
      toBase64(receipt.hashes[0] ?? sampleRandom('none')),
      toBase64(sampleRandom('short').subarray(1)),
    ),
    'invalid/receipt-malformed--no-checkpoint.tlog-proof': good.slice(0, good.indexOf('\n\n')),
    'invalid/receipt-malformed--carriage-return.tlog-proof': good.replace('@v1\n', '@v1\r\n'),
    'invalid/inclusion-root-mismatch--receipt-of-another-leaf.tlog-proof': proof({
      leaf: refused.leaf,
      openings: [],
    }),
    'invalid/inclusion-root-mismatch--receipt-at-another-index.tlog-proof': proof({ index: 9 }),
    'invalid/inclusion-proof-length-wrong--receipt.tlog-proof': proof({ hashes: receipt.hashes.slice(1) }),
    'invalid/checkpoint-too-few-cosignatures--receipt.tlog-proof': formatReceipt(await sampleReceipt(9, asked, 1)),
    'invalid/note-known-key-bad-signature--receipt.tlog-proof': good.replace('\n17\n', '\n18\n'),
    'invalid/opening-commitment-mismatch--receipt.tlog-proof': proof({
      openings: [{ ...first, value: { salt: first.value.salt, content: utf8('"acc_another"') } }],
    }),
    'invalid/leaf-field-missing--receipt.tlog-proof': proof({
      leaf: receipt.leaf.replace(',"unit":"investigations"', ''),
      openings: [],
    }),
  }
}
