import { type CheckedReceipt, checkReceipt, type FaultName, parseVkey, type VerifierKey } from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/browser'

/** The key that this server's own log offers: enough to find damage, not to know whose log it is. Undefined where there is none. */
export const fetchLogKey = async (): Promise<VerifierKey | undefined> => {
  const response = await fetch('/log/key')
  const key = response.ok ? parseVkey(sha256, (await response.text()).trim()) : undefined
  return key?.ok ? key.value : undefined
}

export type ReceiptVerdict =
  | { readonly kind: 'holds'; readonly receipt: CheckedReceipt }
  | { readonly kind: 'broken'; readonly fault: FaultName }
  | { readonly kind: 'unchecked' }

/** Checks a receipt against this server's log, here and by nobody else's word. */
export const checkOwnReceipt = async (text: string): Promise<ReceiptVerdict> => {
  const logKey = await fetchLogKey().catch(() => undefined)
  if (!logKey) return { kind: 'unchecked' }
  const bytes = new TextEncoder().encode(text)
  const checked = await checkReceipt(sha256, bytes, { verify: verifyEd25519, logKey })
  return checked.ok ? { kind: 'holds', receipt: checked.value } : { kind: 'broken', fault: checked.fault }
}
