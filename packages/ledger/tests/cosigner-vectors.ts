import {
  emptyRoot,
  formatAddCheckpoint,
  formatCheckpoint,
  formatVkey,
  hashLeaf,
  type NoteSigner,
  proveConsistency,
  type TileReader,
  toBase64,
  treeRoot,
  utf8,
} from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'
import { textOf, type VectorFiles } from './leaf-vectors.ts'
import { signedText } from './log-files.ts'
import { sampleCosigners, sampleLogKey, sampleRandom, sampleSigner } from './sample-entries.ts'

const [police, prosecutor, court] = sampleCosigners as [NoteSigner, NoteSigner, NoteSigner]
const seats = ['police', 'prosecutor', 'court'] as const
const lines = [
  `log ${formatVkey(sampleLogKey)}`,
  ...seats.map((seat, i) => `witness ${seat} ${formatVkey(sampleCosigners[i] ?? police)}`),
] as const

/** The policy that SPEC.md prints: two of the three custodians. */
export const samplePolicy = `${[...lines, 'group custodians 2 police prosecutor court', 'quorum custodians'].join('\n')}\n`

const leaves = Array.from({ length: 40 }, (_, i) => hashLeaf(sha256, utf8(`cosigned ${i}`)))
const rootAt = (size: number) => treeRoot(sha256, leaves.slice(0, size))
const readTile: TileReader = async ({ width }) => Uint8Array.from(leaves.slice(0, width).flatMap(hash => [...hash]))
const signedAt = (size: number, root = rootAt(size), signer: NoteSigner = sampleLogKey, cosigners: NoteSigner[] = []) =>
  signedText(formatCheckpoint({ origin: signer.name, size, root }), signer, cosigners)

/** Vectors of policies and of what a cosigner answers. */
export async function cosignerVectors(): Promise<VectorFiles> {
  return { ...(await policyVectors()), ...(await goodRequests()), ...(await badRequests()) }
}

async function policyVectors(): Promise<VectorFiles> {
  const policy = (text: string, note?: string) => ({
    check: 'policy',
    policy: text,
    ...(note === undefined ? {} : { note }),
  })
  const written = (...more: readonly string[]) => policy(`${[...lines, ...more].join('\n')}\n`)
  const twoLevels = `${[...lines, 'group one-of-two any police prosecutor', 'group both all one-of-two court', 'quorum both'].join('\n')}\n`
  const two = await signedAt(17, rootAt(17), sampleLogKey, [police, court])
  const one = await signedAt(17, rootAt(17), sampleLogKey, [prosecutor])
  const [log = '', first = ''] = lines
  return {
    'valid/policy-two-of-three.json': policy(samplePolicy, two),
    'valid/policy-space-and-comments.json': policy(
      `# of the custodians\n\n \t${log.replaceAll(' ', ' \t ')}  http://localhost:7277/log\nquorum none\n`,
      one,
    ),
    'valid/policy-group-of-groups.json': policy(twoLevels, two),
    'valid/policy-one-cosigner.json': policy(`${lines.join('\n')}\nquorum prosecutor\n`, one),
    'invalid/checkpoint-too-few-cosignatures--by-policy.json': policy(samplePolicy, one),
    'invalid/checkpoint-too-few-cosignatures--one-group-lacks.json': policy(twoLevels, one),
    'invalid/note-no-known-signature--not-a-log-of-the-policy.json': policy(
      samplePolicy,
      await signedAt(17, rootAt(17), sampleSigner('pars.example/rehearsal/other', 'ed25519'), [police, court]),
    ),
    'invalid/policy-malformed--word-unknown.json': written('monitor x', 'quorum none'),
    'invalid/policy-malformed--carriage-return.json': policy(samplePolicy.replace('\n', '\r\n')),
    'invalid/policy-malformed--no-last-line-feed.json': policy(samplePolicy.slice(0, -1)),
    'invalid/policy-malformed--group-without-members.json': written('group custodians 1', 'quorum custodians'),
    'invalid/policy-key-type-wrong--cosigner-as-log.json': policy(`log ${formatVkey(police)}\nquorum none\n`),
    'invalid/policy-key-type-wrong--log-as-cosigner.json': policy(`witness w ${formatVkey(sampleLogKey)}\nquorum w\n`),
    'invalid/policy-key-repeated.json': written(first.replace('police', 'police-2'), 'quorum none'),
    'invalid/policy-name-repeated.json': written('group police any court', 'quorum police'),
    'invalid/policy-name-repeated--none.json': written('group none any court', 'quorum none'),
    'invalid/policy-name-unknown--defined-later.json': written('group a any b', 'group b any court', 'quorum a'),
    'invalid/policy-name-unknown--none-as-member.json': written('group a any none', 'quorum a'),
    'invalid/policy-name-unknown--quorum.json': written('quorum custodians'),
    'invalid/policy-member-twice.json': written('group a 2 police police court', 'quorum a'),
    'invalid/policy-member-twice--in-two-groups.json': written('group a any police', 'group b any police', 'quorum a'),
    'invalid/policy-threshold-invalid.json': written('group a 3 police court', 'quorum a'),
    'invalid/policy-threshold-invalid--zero.json': written('group a 0 police court', 'quorum a'),
    'invalid/policy-quorum-missing.json': policy(`${lines.join('\n')}\n`),
    'invalid/policy-quorum-repeated.json': written('quorum police', 'quorum police'),
    'invalid/vkey-id-mismatch--in-a-policy.json': policy(samplePolicy.replace(/\+[0-9a-f]{8}\+/, '+00000000+')),
  }
}

type Asked = {
  readonly from: number
  readonly note: string
  readonly proof?: readonly Uint8Array[]
  readonly status: number
}

const memoryAt = (size: number) => ({
  size,
  root: toBase64(size === 0 ? emptyRoot(sha256) : rootAt(size)),
})
const request = (remembered: number, { from, note, proof = [], status }: Asked) => ({
  check: 'add-checkpoint',
  vkey: formatVkey(sampleLogKey),
  remembered: memoryAt(remembered),
  body: textOf(formatAddCheckpoint({ old: from, proof, note: utf8(note) })),
  status,
})
const proofOf = (size1: number, size2: number) => proveConsistency(sha256, readTile, { size1, size2 })

async function goodRequests(): Promise<VectorFiles> {
  return {
    'valid/add-checkpoint-first.json': request(0, { from: 0, note: await signedAt(17), status: 200 }),
    'valid/add-checkpoint-empty-tree.json': request(0, {
      from: 0,
      note: await signedAt(0, emptyRoot(sha256)),
      status: 200,
    }),
    'valid/add-checkpoint-grown.json': request(17, {
      from: 17,
      note: await signedAt(40),
      proof: await proofOf(17, 40),
      status: 200,
    }),
    'valid/add-checkpoint-again.json': request(40, { from: 40, note: await signedAt(40), status: 200 }),
    'valid/add-checkpoint-cosigned-by-another.json': request(0, {
      from: 0,
      note: await signedAt(17, rootAt(17), sampleLogKey, [court]),
      status: 200,
    }),
  }
}

async function badRequests(): Promise<VectorFiles> {
  const grown = { from: 17, note: await signedAt(40), proof: await proofOf(17, 40) }
  const changed = (find: string | RegExp, by: string) => {
    const good = request(17, { ...grown, status: 400 })
    return { ...good, body: good.body.replace(find, by) }
  }
  return {
    'invalid/request-malformed--no-empty-line.json': changed('\n\n', '\n'),
    'invalid/request-malformed--old-with-leading-zero.json': changed('old 17', 'old 017'),
    'invalid/request-malformed--old-missing.json': changed('old 17\n', ''),
    'invalid/request-malformed--hash-of-31-bytes.json': changed(
      /\n[^\n]{44}\n/,
      `\n${toBase64(rootAt(3).subarray(1))}\n`,
    ),
    'invalid/request-malformed--more-than-63-hashes.json': request(17, {
      ...grown,
      proof: Array.from({ length: 64 }, () => rootAt(1)),
      status: 400,
    }),
    'invalid/note-malformed--in-a-request.json': changed(/\n— [^\n]+\n$/, '\n'),
    'invalid/checkpoint-malformed--in-a-request.json': changed('\n40\n', '\n-40\n'),
    'invalid/request-origin-unknown.json': request(17, {
      ...grown,
      note: await signedAt(40, rootAt(40), sampleSigner('pars.example/elsewhere', 'ed25519')),
      status: 404,
    }),
    'invalid/note-no-known-signature--in-a-request.json': request(17, {
      ...grown,
      note: await signedText(
        formatCheckpoint({ origin: sampleLogKey.name, size: 40, root: rootAt(40) }),
        sampleSigner('pars.example/elsewhere', 'ed25519'),
      ),
      status: 403,
    }),
    'invalid/note-known-key-bad-signature--in-a-request.json': { ...changed('\n40\n', '\n39\n'), status: 403 },
    'invalid/request-old-size-beyond.json': request(40, { from: 40, note: await signedAt(17), status: 400 }),
    'invalid/request-old-size-other.json': request(20, { ...grown, status: 409 }),
    'invalid/request-old-size-other--nothing-remembered.json': request(0, { ...grown, status: 409 }),
    'invalid/request-old-size-other--rolled-back.json': request(40, {
      from: 17,
      note: await signedAt(20),
      status: 409,
    }),
    'invalid/checkpoint-contradicts-known--same-size.json': request(40, {
      from: 40,
      note: await signedAt(40, sampleRandom('another root')),
      status: 422,
    }),
    'invalid/consistency-root2-mismatch--in-a-request.json': request(17, {
      ...grown,
      note: await signedAt(40, sampleRandom('another root')),
      status: 422,
    }),
    'invalid/consistency-proof-length-wrong--in-a-request.json': request(17, { ...grown, proof: [], status: 422 }),
    'invalid/request-proof-not-empty.json': request(0, { ...grown, from: 0, status: 422 }),
    'invalid/request-empty-root-wrong.json': request(0, { from: 0, note: await signedAt(0, rootAt(1)), status: 422 }),
  }
}
