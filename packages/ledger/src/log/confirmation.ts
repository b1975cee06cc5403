import { failed, type Reading, reads } from '../fault.ts'
import type { VerifyEd25519 } from '../note/note.ts'
import { meetsQuorum, type Policy } from '../note/policy.ts'
import { openUnderPolicy } from './read-checkpoint.ts'

/** Who confirmed a signed head, of those whose word counts. */
export type Confirmation = {
  /** Whether enough of them did. */
  readonly isMet: boolean
  /** By the policy's own words for them, or by seat. */
  readonly confirmed: readonly string[]
  readonly named: readonly string[]
}

/** Who of a policy's cosigners signed a checkpoint, one of its logs having signed it too. */
export async function confirmByPolicy(
  bytes: Uint8Array,
  policy: Policy,
  verify: VerifyEd25519,
): Promise<Reading<Confirmation>> {
  const opened = await openUnderPolicy(bytes, policy, verify)
  if (!opened.ok) return failed(opened.fault, opened.detail)
  const keys = opened.value.verified.map(({ key }) => key)
  return reads({
    isMet: meetsQuorum(policy, keys),
    confirmed: policy.cosigners.filter(({ key }) => keys.includes(key)).map(({ name }) => name),
    named: policy.cosigners.map(({ name }) => name),
  })
}
