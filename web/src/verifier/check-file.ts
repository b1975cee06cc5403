import {
  type CheckedReceipt,
  checkPackage,
  checkReceipt,
  type LogFault,
  type PackageReport,
  parseVkey,
  type VerifierKey,
} from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/browser'

export type FileVerdict =
  | { readonly kind: 'package'; readonly report: PackageReport; readonly keyGiven: boolean }
  | { readonly kind: 'receipt'; readonly receipt: CheckedReceipt }
  | { readonly kind: 'broken'; readonly faults: readonly LogFault[] }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'bad-key'; readonly fault: string }

const isReceipt = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 21)) === 'c2sp.org/tlog-proof@v'

const checkOneReceipt = async (bytes: Uint8Array, logKey: VerifierKey): Promise<FileVerdict> => {
  const checked = await checkReceipt(sha256, bytes, { verify: verifyEd25519, logKey })
  if (checked.ok) return { kind: 'receipt', receipt: checked.value }
  const detail = checked.detail === undefined ? {} : { detail: checked.detail }
  return { kind: 'broken', faults: [{ name: checked.fault, ...detail }] }
}

/** Checks a dropped file, whichever it is. `key` is what the person typed: empty means none. */
export const checkFile = async (bytes: Uint8Array, key: string): Promise<FileVerdict> => {
  const read = key.trim() === '' ? undefined : parseVkey(sha256, key.trim())
  if (read && !read.ok) return { kind: 'bad-key', fault: read.fault }
  const logKey = read?.value
  if (isReceipt(bytes)) return logKey ? checkOneReceipt(bytes, logKey) : { kind: 'no-key' }
  const checks = { ed25519: verifyEd25519, es256: verifyEs256 }
  const report = await checkPackage(bytes, { sha256, checks, ...(logKey && { logKey }) })
  return report.ok
    ? { kind: 'package', report, keyGiven: logKey !== undefined }
    : { kind: 'broken', faults: report.faults }
}
