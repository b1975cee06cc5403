import { type Confirmation, confirmByPolicy, type LogFault, type Policy } from '@pars/ledger'
import { verifyEd25519 } from '@pars/ledger/node'

/** Whose word stands under the signed head, and how it is known whose keys these are. */
export const confirmationText = ({ confirmed, named, isMet }: Confirmation, by: 'policy' | 'package'): string => {
  const whose = by === 'policy' ? 'by your policy' : "by the package's own word: hold a policy of your own against it"
  if (named.length === 0) return `Confirmed by nobody: no agency's cosigner is named (${whose}).`
  const count = `${confirmed.length} of ${named.length} agencies confirmed this`
  const who = confirmed.length > 0 ? `: ${confirmed.join(', ')}` : ''
  return `${count}${who}${isMet ? '' : '; that is NOT enough'} (${whose}).`
}

/** What the reader's own policy says of a checkpoint: who confirmed it, or what it holds against it. */
export const judgeByPolicy = async (
  checkpoint: string,
  policy: Policy | undefined,
): Promise<{ confirmation?: Confirmation; fault?: LogFault }> => {
  if (!policy) return {}
  const confirmed = await confirmByPolicy(new TextEncoder().encode(checkpoint), policy, verifyEd25519)
  if (!confirmed.ok) {
    const { fault: name, detail } = confirmed
    return { fault: { name, path: 'policy', ...(detail === undefined ? {} : { detail }) } }
  }
  const { isMet, confirmed: own, named } = confirmed.value
  if (isMet) return { confirmation: confirmed.value }
  const detail = `${own.length} of ${named.length} confirmed it, not the quorum`
  return { fault: { name: 'checkpoint-too-few-cosignatures', path: 'policy', detail } }
}
