import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkConsistency, checkInclusion } from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'

const file = new URL('../../../../shared/data/tlog-vectors/rfc6962_proof_vectors.jsonl', import.meta.url)
const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []

type Vector = {
  path: string
  wantErr: boolean
  proof: string[] | null
  leafIdx: number
  treeSize: number
  leafHash: string
  root: string
  size1: number
  size2: number
  root1: string
  root2: string
}

// Other people's proofs (transparency-dev/merkle); they lie beside the repository.
describe.skipIf(lines.length === 0)('the published RFC 6962 vectors (skipped without ../shared/data)', () => {
  test('are 96', () => expect(lines).toHaveLength(96))

  test.each(lines.map(line => JSON.parse(line) as Vector))('$path', vector => {
    const proof = (vector.proof ?? []).map(bytes)
    const verdict = vector.path.startsWith('inclusion/')
      ? checkInclusion(sha256, {
          index: vector.leafIdx,
          size: vector.treeSize,
          leafHash: bytes(vector.leafHash),
          root: bytes(vector.root),
          proof,
        })
      : checkConsistency(sha256, {
          size1: vector.size1,
          size2: vector.size2,
          root1: bytes(vector.root1),
          root2: bytes(vector.root2),
          proof,
        })
    expect(verdict.ok).toBe(!vector.wantErr)
  })
})

function bytes(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}
