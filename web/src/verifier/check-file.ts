import {
  type CheckedReceipt,
  type Confirmation,
  checkPackage,
  checkReceipt,
  confirmationOf,
  confirmByPolicy,
  type FaultName,
  type LogFault,
  type PackageReport,
  type Policy,
  parsePolicy,
  parseReceipt,
  parseVkey,
  type VerifierKey,
} from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/browser'

/** Who confirmed a file's checkpoint, and by whose word it is known whose keys these are. */
export type Confirmed = Confirmation & { readonly by: 'reader' | 'package' | 'site' }

export type FileVerdict =
  | {
      readonly kind: 'package'
      readonly report: PackageReport
      readonly keyGiven: boolean
      readonly confirmed: Confirmed
    }
  | { readonly kind: 'receipt'; readonly receipt: CheckedReceipt; readonly confirmed: Confirmed | undefined }
  | { readonly kind: 'broken'; readonly faults: readonly LogFault[] }
  | { readonly kind: 'unconfirmed'; readonly confirmed: Confirmed }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'bad-key' | 'bad-policy'; readonly fault: string }

/** What a person filled in: an empty text means none. `sitePolicy` is what this server says of its own log's cosigners. */
export interface Given {
  readonly key: string
  readonly policy: string
  readonly sitePolicy?: string | undefined
}

const isReceipt = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 21)) === 'c2sp.org/tlog-proof@v'

/** Pasted text may have lost its last line feed, and may have come by a program that ends its lines in two characters. */
const readPolicy = (text: string) => parsePolicy(sha256, `${text.replaceAll('\r\n', '\n').trim()}\n`)

const broken = (name: FaultName, detail: string | undefined, path?: string): FileVerdict => ({
  kind: 'broken',
  faults: [{ name, ...(path === undefined ? {} : { path }), ...(detail === undefined ? {} : { detail }) }],
})

/** The reader's own policy against a file that holds: what it forbids, or who confirmed the file by it. */
const judge = async (checkpoint: string, policy: Policy): Promise<FileVerdict | Confirmed> => {
  const found = await confirmByPolicy(new TextEncoder().encode(checkpoint), policy, verifyEd25519)
  if (!found.ok) return broken(found.fault, found.detail, 'policy')
  const confirmed = { ...found.value, by: 'reader' } as const
  return found.value.isMet ? confirmed : { kind: 'unconfirmed', confirmed }
}

const confirmBySite = async (checkpoint: string, text: string | undefined): Promise<Confirmed | undefined> => {
  const policy = text === undefined ? undefined : readPolicy(text)
  if (!policy?.ok || policy.value.cosigners.length === 0) return undefined
  const found = await confirmByPolicy(new TextEncoder().encode(checkpoint), policy.value, verifyEd25519)
  return found.ok ? { ...found.value, by: 'site' } : undefined
}

interface Trusted {
  readonly policy: Policy | undefined
  readonly sitePolicy: string | undefined
}

const checkOneReceipt = async (
  bytes: Uint8Array,
  logKey: VerifierKey,
  { policy, sitePolicy }: Trusted,
): Promise<FileVerdict> => {
  const checked = await checkReceipt(sha256, bytes, { verify: verifyEd25519, logKey })
  if (!checked.ok) return broken(checked.fault, checked.detail)
  const parsed = parseReceipt(bytes)
  const checkpoint = parsed.ok ? parsed.value.checkpoint : ''
  const judged = policy ? await judge(checkpoint, policy) : await confirmBySite(checkpoint, sitePolicy)
  return judged && 'kind' in judged ? judged : { kind: 'receipt', receipt: checked.value, confirmed: judged }
}

/** Checks a dropped file, whichever it is. */
export const checkFile = async (bytes: Uint8Array, { key, policy: text, sitePolicy }: Given): Promise<FileVerdict> => {
  const read = key.trim() === '' ? undefined : parseVkey(sha256, key.trim())
  if (read && !read.ok) return { kind: 'bad-key', fault: read.fault }
  const policy = text.trim() === '' ? undefined : readPolicy(text)
  if (policy && !policy.ok)
    return { kind: 'bad-policy', fault: [policy.fault, policy.detail].filter(Boolean).join(': ') }
  const own = policy?.value
  const logKey = read?.value ?? own?.logs[0]?.key
  if (isReceipt(bytes)) return logKey ? checkOneReceipt(bytes, logKey, { policy: own, sitePolicy }) : { kind: 'no-key' }
  const checks = { ed25519: verifyEd25519, es256: verifyEs256 }
  const report = await checkPackage(bytes, { sha256, checks, ...(logKey && { logKey }) })
  if (!report.ok) return { kind: 'broken', faults: report.faults }
  const judged = own ? await judge(report.head?.checkpoint ?? '', own) : undefined
  if (judged && 'kind' in judged) return judged
  const confirmed = judged ?? ({ ...confirmationOf(report), by: 'package' } as const)
  return { kind: 'package', report, keyGiven: logKey !== undefined, confirmed }
}
