import {
  type CheckedReceipt,
  type Confirmation,
  checkReceipt,
  confirmByPolicy,
  type FaultName,
  parsePolicy,
  parseReceipt,
  parseVkey,
} from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/browser'

const fetchText = async (path: string): Promise<string | undefined> => {
  const response = await fetch(path)
  return response.ok ? response.text() : undefined
}

/** The key that this server's own log offers: enough to find damage, not to know whose log it is. Undefined where there is none. */
const fetchLogKey = async () => {
  const text = await fetchText('/log/key')
  const key = text === undefined ? undefined : parseVkey(sha256, text.trim())
  return key?.ok ? key.value : undefined
}

/** Who of the cosigners that this server names confirmed a receipt's checkpoint. Undefined where it names none. */
const findConfirmation = async (bytes: Uint8Array): Promise<Confirmation | undefined> => {
  const text = await fetchText('/log/policy')
  const policy = text === undefined ? undefined : parsePolicy(sha256, text)
  const receipt = parseReceipt(bytes)
  if (!policy?.ok || !receipt.ok || policy.value.cosigners.length === 0) return undefined
  const note = new TextEncoder().encode(receipt.value.checkpoint)
  const found = await confirmByPolicy(note, policy.value, verifyEd25519)
  return found.ok ? found.value : undefined
}

export type ReceiptVerdict =
  | { readonly kind: 'holds'; readonly receipt: CheckedReceipt; readonly confirmation: Confirmation | undefined }
  | { readonly kind: 'broken'; readonly fault: FaultName }
  | { readonly kind: 'unchecked' }

/** Checks a receipt against this server's log, here and by nobody else's word but for the keys. */
export const checkOwnReceipt = async (text: string): Promise<ReceiptVerdict> => {
  const logKey = await fetchLogKey().catch(() => undefined)
  if (!logKey) return { kind: 'unchecked' }
  const bytes = new TextEncoder().encode(text)
  const checked = await checkReceipt(sha256, bytes, { verify: verifyEd25519, logKey })
  if (!checked.ok) return { kind: 'broken', fault: checked.fault }
  const confirmation = await findConfirmation(bytes).catch(() => undefined)
  return { kind: 'holds', receipt: checked.value, confirmation }
}
