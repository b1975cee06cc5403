import { failed, type Reading, reads } from '../fault.ts'
import type { Sha256 } from '../tree/tree-hash.ts'
import { type Algorithm, formatVkey, parseVkey, type VerifierKey } from './vkey.ts'

/** A log or cosigner that a policy names. `name` is the policy's own word for a cosigner; a log has none. */
export type PolicyKey = { readonly key: VerifierKey; readonly url?: string }
export type PolicyCosigner = PolicyKey & { readonly name: string }

/** At least `threshold` of the members, cosigners or earlier groups, must have cosigned. */
export type PolicyGroup = { readonly name: string; readonly threshold: number; readonly members: readonly string[] }

/** Whose signatures make a checkpoint count (C2SP tlog-policy). `quorum` is a cosigner, a group, or `none`. */
export type Policy = {
  readonly logs: readonly PolicyKey[]
  readonly cosigners: readonly PolicyCosigner[]
  readonly groups: readonly PolicyGroup[]
  readonly quorum: string
}

type Draft = { logs: PolicyKey[]; cosigners: PolicyCosigner[]; groups: PolicyGroup[]; quorum: string | undefined }
type Line = readonly string[]

const noQuorum = 'none'
const maxPolicyLength = 100_000

/** Reads a policy, strictly. A name is defined on an earlier line, and is a member of at most one group. */
export function parsePolicy(sha256: Sha256, text: string): Reading<Policy> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format allows tab and line feed and no other
  if (text.length > maxPolicyLength || /[\x00-\x08\x0b-\x1f\x7f]/.test(text)) return failed('policy-malformed')
  if (text !== '' && !text.endsWith('\n')) return failed('policy-malformed', 'no line feed at the end')
  const policy: Draft = { logs: [], cosigners: [], groups: [], quorum: undefined }
  for (const line of text.split('\n')) {
    const words = line.split(/[ \t]+/).filter(word => word !== '')
    if (words.length === 0 || words[0]?.startsWith('#')) continue
    const read = readLine(sha256, policy, words)
    if (!read.ok) return read
  }
  const { quorum, ...rest } = policy
  return quorum === undefined ? failed('policy-quorum-missing') : reads({ ...rest, quorum })
}

/** The policy as its file. */
export function formatPolicy(policy: Policy): string {
  const line = (...words: readonly (string | number | undefined)[]) =>
    `${words.filter(word => word !== undefined).join(' ')}\n`
  return [
    ...policy.logs.map(({ key, url }) => line('log', formatVkey(key), url)),
    ...policy.cosigners.map(({ name, key, url }) => line('witness', name, formatVkey(key), url)),
    ...policy.groups.map(({ name, threshold, members }) => line('group', name, threshold, ...members)),
    line('quorum', policy.quorum),
  ].join('')
}

/** Whether these keys, whose cosignatures hold, are enough. */
export function meetsQuorum(policy: Policy, cosigned: readonly VerifierKey[]): boolean {
  const met = new Set([noQuorum])
  for (const { name, key } of policy.cosigners) if (cosigned.includes(key)) met.add(name)
  // Groups name only what stands before them, so one pass suffices.
  for (const { name, threshold, members } of policy.groups) {
    if (members.filter(member => met.has(member)).length >= threshold) met.add(name)
  }
  return met.has(policy.quorum)
}

function readLine(sha256: Sha256, policy: Draft, [kind, ...words]: Line): Reading<unknown> {
  if (kind === 'log' && isOneOf(words.length, 1, 2)) return readLog(sha256, policy, words)
  if (kind === 'witness' && isOneOf(words.length, 2, 3)) return readCosigner(sha256, policy, words)
  if (kind === 'group' && words.length >= 3) return readGroup(policy, words)
  if (kind === 'quorum' && words.length === 1) return readQuorum(policy, words[0] ?? '')
  return failed('policy-malformed', kind)
}

function readLog(sha256: Sha256, policy: Draft, [vkey = '', url]: Line): Reading<unknown> {
  const key = readKey(sha256, policy, vkey, 'ed25519')
  if (key.ok) policy.logs.push(withUrl({ key: key.value }, url))
  return key
}

function readCosigner(sha256: Sha256, policy: Draft, [name = '', vkey = '', url]: Line): Reading<unknown> {
  if (isDefined(policy, name)) return failed('policy-name-repeated', name)
  const key = readKey(sha256, policy, vkey, 'cosignature')
  if (key.ok) policy.cosigners.push(withUrl({ name, key: key.value }, url))
  return key
}

function readGroup(policy: Draft, [name = '', threshold = '', ...members]: Line): Reading<unknown> {
  if (isDefined(policy, name)) return failed('policy-name-repeated', name)
  const unknown = members.find(member => member === noQuorum || !isDefined(policy, member))
  if (unknown !== undefined) return failed('policy-name-unknown', unknown)
  const taken = [...policy.groups.flatMap(group => group.members), ...members]
  // Twice a member would count twice: two signatures of three could become a quorum of one.
  if (new Set(taken).size !== taken.length) return failed('policy-member-twice', name)
  const needed = readThreshold(threshold, members.length)
  if (needed === undefined) return failed('policy-threshold-invalid', threshold)
  policy.groups.push({ name, threshold: needed, members })
  return reads(name)
}

function readQuorum(policy: Draft, name: string): Reading<unknown> {
  if (policy.quorum !== undefined) return failed('policy-quorum-repeated')
  if (!isDefined(policy, name)) return failed('policy-name-unknown', name)
  policy.quorum = name
  return reads(name)
}

function readThreshold(text: string, members: number): number | undefined {
  if (text === 'any') return 1
  if (text === 'all') return members
  const number = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= members ? number : undefined
}

function readKey(sha256: Sha256, policy: Draft, vkey: string, algorithm: Algorithm): Reading<VerifierKey> {
  const key = parseVkey(sha256, vkey)
  if (!key.ok) return key
  if (key.value.algorithm !== algorithm) return failed('policy-key-type-wrong', vkey)
  const known = [...policy.logs, ...policy.cosigners].map(one => one.key.publicKey.join())
  return known.includes(key.value.publicKey.join()) ? failed('policy-key-repeated', vkey) : key
}

function withUrl<T extends PolicyKey>(one: T, url: string | undefined): T {
  return url === undefined ? one : { ...one, url }
}

function isDefined({ cosigners, groups }: Draft, name: string): boolean {
  return name === noQuorum || [...cosigners, ...groups].some(one => one.name === name)
}

function isOneOf(value: number, ...allowed: readonly number[]): boolean {
  return allowed.includes(value)
}
