import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  buildLeaf,
  checkInclusion,
  checkOpening,
  checkReceipt,
  conductKinds,
  emptyRoot,
  faultNames,
  findAnswersWithClass,
  findInquiriesWithFilter,
  hashLeaf,
  type PlacedLeaf,
  packageWords,
  parseLeaf,
  parseOpening,
  readHex,
  tallyInquiries,
  toHex,
  utf8,
} from '../src/index.ts'
import { commitSlot, slotsRoot } from '../src/leaf/slots.ts'
import { readCheckpoint } from '../src/log/read-checkpoint.ts'
import { sha256, verifyEd25519 } from '../src/node/index.ts'
import { parseVkey } from '../src/note/vkey.ts'
import { numbersFrom } from './flips.ts'

const here = new URL('./', import.meta.url)
const specFile = new URL('../SPEC.md', here)
const spec = readFileSync(specFile, 'utf8')
const samplesFile = new URL('../vectors/valid/log-samples.json', here)

/** The fenced blocks of the page by what stands after their language: `leaf 3`, `checkpoint`. */
const blocks = new Map(
  [...spec.matchAll(/^```(?:json|text) (.+)\n([\s\S]*?)\n```$/gm)].map(match => [match[1] ?? '', match[2] ?? '']),
)
const block = (name: string): string => {
  const found = blocks.get(name)
  if (found === undefined) throw new Error(`SPEC.md has no block ${name}`)
  return found
}
const bytesOf = (hex: string): Uint8Array => {
  const bytes = readHex(hex)
  if (!bytes) throw new Error(`not hexadecimal: ${hex}`)
  return bytes
}
const sampled = [...blocks.keys()].filter(name => name.startsWith('leaf ')).map(name => Number(name.slice(5)))
const checkpointOf = async () => {
  const logKey = parseVkey(sha256, block('vkey'))
  if (!logKey.ok) throw new Error(logKey.fault)
  const note = utf8(`${block('checkpoint')}\n`)
  const opened = await readCheckpoint({ read: async () => note }, { verify: verifyEd25519, logKey: logKey.value })
  if (!opened.ok) throw new Error(opened.fault)
  return opened.value.checkpoint
}

describe('SPEC.md', () => {
  test('shows an arrest, a refusal, a ballot, an answered and a refused inquiry, and an expungement', () => {
    const kinds = sampled.map(entry => {
      const [kind = ''] = block(`slots ${entry}`).match(/(?<=^kind [0-9a-f]{64} ").*(?="$)/m) ?? []
      return kind || /"kind":"([^"]+)"/.exec(block(`leaf ${entry}`))?.[1]
    })
    expect(kinds.sort()).toEqual(
      [
        'act.refused',
        'arrest.reported',
        'ballot.cast',
        'inquiry.answered',
        'inquiry.refused',
        'record.expunged',
      ].sort(),
    )
  })

  test.each(sampled)('states leaf, hash and slots of entry %i as they are', entry => {
    const bytes = utf8(block(`leaf ${entry}`))
    const leaf = parseLeaf(bytes)
    if (!leaf.ok) throw new Error(leaf.fault)
    expect(toHex(hashLeaf(sha256, bytes))).toBe(block(`hash ${entry}`))
    const lines = block(`slots ${entry}`)
      .split('\n')
      .map(line => /^(\S+) ([0-9a-f]{64}) (.*)$/.exec(line)?.slice(1) ?? [])
    expect(lines.map(([name]) => name)).toEqual(leaf.value.slotNames)
    const commitments = lines.map(([name = '', salt = '', content = '']) =>
      commitSlot(
        sha256,
        name,
        content === 'absent' ? { salt: bytesOf(salt), absent: true } : { salt: bytesOf(salt), content: utf8(content) },
      ),
    )
    expect(toHex(slotsRoot(sha256, commitments))).toBe(leaf.value.slots)
  })

  test('has a checkpoint that its key signed, over the log of the samples', async () => {
    const checkpoint = await checkpointOf()
    expect(checkpoint.size).toBe(17)
    expect(JSON.parse(readFileSync(samplesFile, 'utf8'))).toMatchObject({
      vkey: block('vkey'),
      files: { checkpoint: Buffer.from(`${block('checkpoint')}\n`).toString('base64') },
    })
    expect(checkpoint.root).not.toEqual(emptyRoot(sha256))
  })

  test('has the policy, and the request to a cosigner, of the vectors', () => {
    const vector = (file: string) => JSON.parse(readFileSync(new URL(`../vectors/valid/${file}`, here), 'utf8'))
    expect(`${block('policy')}\n`).toBe(vector('policy-two-of-three.json').policy)
    expect(`${block('request')}\n`).toBe(vector('add-checkpoint-grown.json').body)
    const answered = /\b(?:200|400|403|404|409|422)\b/g
    expect(new Set(spec.slice(spec.indexOf('### 7.2')).match(answered))).toEqual(
      new Set(['200', '400', '403', '404', '409', '422']),
    )
  })

  test('opens a slot, and proves an entry to be in the log', async () => {
    const opening = parseOpening(JSON.parse(block('opening 3')))
    if (!opening.ok) throw new Error(opening.fault)
    expect(checkOpening(sha256, utf8(block('leaf 3')), opening.value)).toEqual({ ok: true })
    const { size, root } = await checkpointOf()
    const leafHash = hashLeaf(sha256, utf8(block('leaf 9')))
    const proof = block('inclusion 9').split('\n').map(bytesOf)
    expect(checkInclusion(sha256, { index: 8, size, root, leafHash, proof })).toEqual({ ok: true })
  })

  test('has the table of kinds, and every name of a fault', () => {
    const wordOf = (type: unknown) => (Array.isArray(type) ? type.map(word => word ?? 'null').join('/') : String(type))
    const rows = Object.entries(conductKinds).map(([kind, { fields, slots }]) => {
      const listed = Object.entries(fields).map(([field, type]) => `\`${field}: ${wordOf(type)}\``)
      return `| \`${kind}\` | ${listed.join(', ')} | ${slots.map(slot => `\`${slot}\``).join(', ')} |`
    })
    const stated = spec.split('\n').filter(line => /^\| `[a-z-]+\.[a-z-]+` \|/.test(line))
    expect(stated).toEqual(rows)
    expect(faultNames.filter(name => !spec.includes(`\`${name}\``))).toEqual([])
  })

  test('shows a receipt that holds, and says of it what it proves', async () => {
    const logKey = parseVkey(sha256, block('vkey'))
    if (!logKey.ok) throw new Error(logKey.fault)
    const receipt = utf8(`${block('receipt 9')}\n`)
    const checked = await checkReceipt(sha256, receipt, { verify: verifyEd25519, logKey: logKey.value })
    if (!checked.ok) throw new Error(checked.fault)
    const { entry, leaf, openings } = checked.value
    expect({ entry, leaf: leaf.slots, opened: openings.map(({ slot }) => slot) }).toEqual({
      entry: 9,
      leaf: /"slots":"(\w+)"/.exec(block('leaf 9'))?.[1],
      opened: ['predicate'],
    })
  })

  test('has the words of every package', () => {
    expect(block('package-words').split('\n')).toEqual(packageWords)
  })

  test('counts by hand what the code counts', () => {
    const bundle = Buffer.from(JSON.parse(readFileSync(samplesFile, 'utf8')).files['tile/entries/000.p/17'], 'base64')
    const leaves: PlacedLeaf[] = []
    for (let offset = 0; offset < bundle.length; ) {
      const length = bundle.readUInt16BE(offset)
      const leaf = parseLeaf(bundle.subarray(offset + 2, offset + 2 + length))
      if (leaf.ok) leaves.push({ entry: leaves.length + 1, leaf: leaf.value })
      offset += 2 + length
    }
    expect(tallyInquiries(leaves)).toEqual({
      units: [
        { agreement: 'removal-unit-2017', unit: 'investigations', answered: 1, refused: 1, rows: 1 },
        { agreement: 'removal-unit-2017', unit: 'removal', answered: 1, refused: 1, rows: 0 },
      ],
      sealed: 1,
    })
    expect(findAnswersWithClass(leaves, { class: 'origin' })).toEqual({ entries: [], sealed: [12] })
    expect(findInquiriesWithFilter(leaves, { filter: 'birth-country' })).toEqual({ entries: [11], sealed: [12] })
  })

  test('tells nobody of whom a leaf speaks: no sample says in clear what its slots hold', () => {
    for (const entry of sampled) {
      const contents = block(`slots ${entry}`).match(/(?<=")[^",:{}[\]]{4,}(?=")/g) ?? []
      const clear = block(`leaf ${entry}`)
      const published = new Set(clear.match(/(?<=")[^"]+(?=")/g))
      // A seat is said in clear, and so are members' names.
      const personal = contents.filter(word => !published.has(word) || /acc_|arr_|per_|Sample|Pat/.test(word))
      expect(personal.filter(word => clear.includes(word))).toEqual([])
    }
  })
})

// Written from SPEC.md in another language, with a signature check of its own: whatever both accept is not one program's mistake.
const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0
describe.skipIf(!python)('the verifier in Python (skipped where there is no python3)', () => {
  const vectors = new URL('../vectors/', here)
  const read = ['json', 'leaf', 'log', 'opening', 'note', 'vkey', 'policy', 'add-checkpoint']
  const checkOf = (path: string): unknown =>
    path.endsWith('.json')
      ? JSON.parse(readFileSync(new URL(path, vectors), 'utf8')).check
      : path.endsWith('.txt') && 'note'
  const verify = (folder: 'valid' | 'invalid', wanted = /./): { name: string; ok: boolean }[] => {
    const names = readdirSync(new URL(`${folder}/`, vectors))
      .filter(name => wanted.test(name))
      .filter(name => name.endsWith('.tlog-proof') || read.includes(String(checkOf(`${folder}/${name}`))))
    const files = names.map(name => fileURLToPath(new URL(`${folder}/${name}`, vectors)))
    const program = fileURLToPath(new URL('spec_check.py', here))
    const ran = spawnSync('python3', [program, fileURLToPath(specFile), ...files], { encoding: 'utf8' })
    if (ran.status !== 0) throw new Error(ran.stderr)
    const found = ran.stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(found).toHaveLength(names.length)
    return found
  }

  const evidence = (folder: 'valid' | 'invalid'): { name: string; ok: boolean; fault?: string }[] => {
    const names = readdirSync(new URL(`${folder}/`, vectors)).filter(name => name.endsWith('.jsonl'))
    const files = names.map(name => fileURLToPath(new URL(`${folder}/${name}`, vectors)))
    const keys = fileURLToPath(new URL('keys.json', vectors))
    const program = fileURLToPath(new URL('spec_check_package.py', here))
    const ran = spawnSync('python3', [program, fileURLToPath(specFile), '--keys', keys, ...files], { encoding: 'utf8' })
    if (ran.status !== 0) throw new Error(ran.stderr)
    const lines = ran.stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(names.length)
    return lines.map(line => JSON.parse(line))
  }

  test('finds every valid package good, and refuses every invalid one', () => {
    const [good, bad] = [evidence('valid'), evidence('invalid')]
    expect(good.length).toBeGreaterThan(2)
    expect(good.filter(({ ok }) => !ok)).toEqual([])
    expect(bad.length).toBeGreaterThan(30)
    expect(bad.filter(({ ok }) => ok)).toEqual([])
    const untimely = bad.filter(({ name }) => name.startsWith('answer-'))
    expect(untimely.length).toBeGreaterThan(5)
    for (const { fault } of untimely) expect(fault).toMatch(/^entry 1[49] answers /)
  })

  const seed = Number(process.env['PARS_SEED'] ?? randomBytes(4).readUInt32BE())
  test(`refuses a package in which any one byte is another (20 flips, seed ${seed})`, () => {
    const whole = readFileSync(new URL('valid/package-sample.jsonl', vectors))
    const folder = mkdtempSync(join(tmpdir(), 'pars-flips-'))
    const next = numbersFrom(seed)
    const files = Array.from({ length: 20 }, (_, n) => {
      const changed = Uint8Array.from(whole)
      const offset = next(changed.length)
      changed[offset] = ((changed[offset] ?? 0) + 1 + next(255)) % 256
      writeFileSync(join(folder, `${n}-${offset}.jsonl`), changed)
      return join(folder, `${n}-${offset}.jsonl`)
    })
    const program = fileURLToPath(new URL('spec_check_package.py', here))
    const ran = spawnSync('python3', [program, fileURLToPath(specFile), ...files], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    const found = ran.stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { name: string; ok: boolean })
    expect(found).toHaveLength(20)
    expect(found.filter(({ ok }) => ok)).toEqual([])
  })

  test('finds every valid log, leaf, receipt, JSON, note, policy and request of the vectors good', () => {
    const found = verify('valid')
    expect(found.length).toBeGreaterThan(35)
    expect(found.filter(({ ok }) => !ok)).toEqual([])
  })

  test('comes to the same root, hashes and count', async () => {
    const [log] = verify('valid', /^log-samples\.json$/)
    const { root } = await checkpointOf()
    expect(log).toMatchObject({
      size: 17,
      root: toHex(root),
      units: {
        investigations: { answered: 1, refused: 1, rows: 1, classes: { arrest: [9], charges: [9] } },
        removal: { answered: 1, refused: 1, rows: 0, classes: {} },
      },
      sealed: [12],
    })
    const hashes = (log as unknown as { leafHashes: string[] }).leafHashes
    expect(sampled.map(entry => hashes[entry - 1])).toEqual(sampled.map(entry => block(`hash ${entry}`)))
  })

  test('refuses every invalid log, leaf, opening, receipt, JSON, note, policy and request of the vectors', () => {
    const found = verify('invalid')
    expect(found.length).toBeGreaterThan(130)
    expect(found.filter(({ ok }) => ok)).toEqual([])
  })
})

test('a leaf is built from exactly its own slots', () => {
  const salt = new Uint8Array(32)
  const slot = { salt, absent: true as const }
  const slots = { kind: slot, actor: slot, subject: slot, act: slot }
  const entry = { class: 'record', seat: 'police', batchAt: '2026-03-02T06:10:00.000Z', nonce: salt, slots } as const
  expect(buildLeaf(sha256, entry).bytes.length).toBe(218)
  expect(() => buildLeaf(sha256, { ...entry, slots: { ...slots, more: slot } } as typeof entry)).toThrow(TypeError)
})
