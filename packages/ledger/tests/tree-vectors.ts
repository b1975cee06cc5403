import {
  appendToFrontier,
  emptyFrontier,
  emptyRoot,
  encodeBundle,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  toBase64,
  treeRoot,
  utf8,
} from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'
import type { VectorFiles } from './leaf-vectors.ts'

const leaves = Array.from({ length: 300 }, (_, i) => hashLeaf(sha256, utf8(`leaf ${i}`)))
const readTile = async ({ level, index, width }: { level: number; index: number; width: number }) => {
  const span = 256 ** level
  const hashes = Array.from({ length: width }, (_, i) => {
    const start = (index * 256 + i) * span
    return treeRoot(sha256, leaves.slice(start, start + span))
  })
  return Uint8Array.from(hashes.flatMap(hash => [...hash]))
}

/** Vectors of proofs, tiles, bundles and paths. Hashes and bytes are in base64. */
export async function treeVectors(): Promise<VectorFiles> {
  return { ...(await inclusionVectors()), ...(await consistencyVectors()), ...tileVectors(), ...bundleVectors() }
}

async function inclusionVectors(): Promise<VectorFiles> {
  const vector = async (index: number, size: number, changed: object = {}) => {
    const proof = (await proveInclusion(sha256, readTile, { index, size })).map(toBase64)
    const root = toBase64(treeRoot(sha256, leaves.slice(0, size)))
    return {
      check: 'inclusion',
      index,
      size,
      leafHash: toBase64(leaves[index] ?? emptyRoot(sha256)),
      root,
      proof,
      ...changed,
    }
  }
  const { proof } = await vector(260, 300)
  return {
    'valid/inclusion-only-entry.json': await vector(0, 1),
    'valid/inclusion-last-of-300.json': await vector(299, 300),
    'valid/inclusion-in-second-tile.json': await vector(260, 300),
    'invalid/inclusion-size-invalid.json': await vector(0, 8, { size: -8 }),
    'invalid/inclusion-size-invalid--fraction.json': await vector(0, 8, { size: 7.5 }),
    'invalid/inclusion-index-beyond-size.json': await vector(7, 8, { index: 8 }),
    'invalid/inclusion-index-beyond-size--negative.json': await vector(0, 8, { index: -1 }),
    'invalid/inclusion-hash-length-wrong--empty-leaf.json': await vector(0, 1, { leafHash: '', root: '' }),
    'invalid/inclusion-hash-length-wrong--proof.json': await vector(260, 300, { proof: ['', ...proof.slice(1)] }),
    'invalid/inclusion-proof-length-wrong--short.json': await vector(260, 300, { proof: proof.slice(1) }),
    'invalid/inclusion-proof-length-wrong--long.json': await vector(260, 300, { proof: [...proof, proof[0]] }),
    'invalid/inclusion-root-mismatch--other-leaf.json': await vector(260, 300, {
      leafHash: toBase64(leaves[261] ?? leaves[0] ?? emptyRoot(sha256)),
    }),
    'invalid/inclusion-root-mismatch--other-index.json': await vector(260, 300, { index: 261 }),
    'invalid/inclusion-root-mismatch--node-as-leaf.json': await nodeAsLeaf(),
  }
}

/** A node given as a leaf of a smaller tree: what a hash without domain separation would let pass. */
async function nodeAsLeaf(): Promise<object> {
  const left = leaves[0] ?? emptyRoot(sha256)
  const right = leaves[1] ?? emptyRoot(sha256)
  const leafHash = toBase64(hashLeaf(sha256, Uint8Array.of(...left, ...right)))
  return { check: 'inclusion', index: 0, size: 1, leafHash, root: toBase64(treeRoot(sha256, [left, right])), proof: [] }
}

async function consistencyVectors(): Promise<VectorFiles> {
  const vector = async (size1: number, size2: number, changed: object = {}) => {
    const proof = (await proveConsistency(sha256, readTile, { size1, size2 })).map(toBase64)
    const [root1, root2] = [size1, size2].map(size => toBase64(treeRoot(sha256, leaves.slice(0, size))))
    return { check: 'consistency', size1, size2, root1, root2, proof, ...changed }
  }
  const { proof, root1, root2 } = await vector(255, 300)
  return {
    'valid/consistency-equal-sizes.json': await vector(7, 7),
    'valid/consistency-from-a-full-tile.json': await vector(256, 300),
    'valid/consistency-from-an-odd-size.json': await vector(255, 300),
    'invalid/consistency-size1-zero.json': await vector(1, 300, { size1: 0 }),
    'invalid/consistency-size1-zero--empty-proof.json': {
      ...(await vector(300, 300)),
      size1: 0,
      root1: toBase64(emptyRoot(sha256)),
    },
    'invalid/consistency-size-invalid.json': await vector(1, 300, { size1: -1 }),
    'invalid/consistency-size2-smaller.json': await vector(256, 300, { size1: 300, size2: 256 }),
    'invalid/consistency-hash-length-wrong.json': await vector(255, 300, { root1: '' }),
    'invalid/consistency-proof-length-wrong--short.json': await vector(255, 300, { proof: proof.slice(0, -1) }),
    'invalid/consistency-proof-length-wrong--long.json': await vector(255, 300, { proof: [...proof, proof[0]] }),
    'invalid/consistency-proof-length-wrong--equal-sizes.json': await vector(7, 7, { proof }),
    'invalid/consistency-root1-mismatch.json': await vector(255, 300, { root1: root2 }),
    'invalid/consistency-root2-mismatch.json': await vector(255, 300, { root2: root1 }),
    'invalid/consistency-root2-mismatch--equal-sizes.json': await vector(255, 255, { root2 }),
  }
}

function tileVectors(): VectorFiles {
  const { tiles } = appendToFrontier(sha256, emptyFrontier, leaves)
  const partial = tiles.find(tile => tile.level === 0 && tile.width === 44)?.bytes ?? new Uint8Array(0)
  const tile = (bytes: Uint8Array) => ({ check: 'tile', level: 0, index: 1, width: 44, bytes: toBase64(bytes) })
  const path = (path: string) => ({ check: 'path', path })
  return {
    'valid/tile-partial.json': tile(partial),
    'invalid/tile-length-wrong--one-hash-less.json': tile(partial.subarray(32)),
    'invalid/tile-length-wrong--half-a-hash.json': tile(partial.subarray(16)),
    'invalid/tile-length-wrong--empty.json': tile(new Uint8Array(0)),
    'valid/path-deep-index.json': { ...path('tile/0/x001/x234/067'), level: 0, index: 1_234_067, width: 256 },
    'valid/path-partial-bundle.json': { ...path('tile/entries/000.p/5'), index: 0, width: 5 },
    'invalid/tile-partial-too-wide.json': path('tile/0/000.p/256'),
    'invalid/tile-path-malformed--width-zero.json': path('tile/0/000.p/0'),
    'invalid/tile-path-malformed--level-64.json': path('tile/64/000'),
    'invalid/tile-path-malformed--leading-zero-level.json': path('tile/00/000'),
    'invalid/tile-path-malformed--leading-zero-group.json': path('tile/0/x000/001'),
    'invalid/tile-path-malformed--no-x.json': path('tile/0/001/234'),
    'invalid/tile-path-malformed--climbing.json': path('tile/0/../000'),
  }
}

function bundleVectors(): VectorFiles {
  const entries = ['one', 'two', ''].map(utf8)
  const bundle = (bytes: Uint8Array, width: number) => ({ check: 'bundle', width, bytes: toBase64(bytes) })
  const good = encodeBundle(entries)
  return {
    'valid/bundle-three-entries.json': { ...bundle(good, 3), entries: entries.map(toBase64) },
    'invalid/bundle-count-wrong--one-less.json': bundle(good, 4),
    'invalid/bundle-count-wrong--one-more.json': bundle(good, 2),
    'invalid/bundle-malformed--truncated.json': bundle(good.subarray(0, -3), 3),
    'invalid/bundle-malformed--one-byte-over.json': bundle(Uint8Array.of(...good, 0), 3),
    'invalid/bundle-malformed--length-too-long.json': bundle(Uint8Array.of(0xff, ...good.subarray(1)), 3),
  }
}
