import { isAuditFault } from '@pars/domain'
import { createActivationCheck, createStandingCheck, type LogFault, parseLeaf } from '@pars/ledger'
import { checkPasskey, signedBytes } from '@pars/terms'
import { challengeOf } from '../agreements/refuse-passkey.ts'
import { isSigned, sha256 } from '../agreements/verify-signature.ts'
import type { Read } from '../db/statement.ts'
import { type ActEntry, type Members, membersOf } from './act-entry.ts'
import { selectSignedTexts } from './audit.sql.ts'
import type { Findings } from './findings.ts'

interface RegisteredKey {
  readonly owner: string
  readonly algorithm: 'ed25519' | 'es256' | 'ed25519-passkey'
  readonly publicKey: Buffer
  ended: boolean
}

/** Keys by their id, as entries registered and ended them: the tables are not asked. */
export interface KeyRegister {
  learn(entry: ActEntry): void
  find(keyId: unknown): RegisteredKey | undefined
}

export const createKeyRegister = (): KeyRegister => {
  const keys = new Map<string, RegisteredKey>()
  const learn = (entry: ActEntry): void => {
    const key = membersOf(entry.slots.get('key'))
    const keyId = String(key['keyId'])
    if (entry.kind === 'key.revoked') {
      const known = keys.get(keyId)
      if (known) known.ended = true
    } else
      keys.set(keyId, {
        owner: String(entry.clear['use'] === 'ballot' ? entry.clear['seat'] : entry.clear['unit']),
        algorithm: (key['algorithm'] ?? 'ed25519') as RegisteredKey['algorithm'],
        publicKey: Buffer.from(String(key['publicKey']), 'base64'),
        ended: false,
      })
  }
  return {
    learn(entry) {
      if (entry.kind === 'key.registered' || entry.kind === 'key.revoked') learn(entry)
    },
    find: keyId => keys.get(String(keyId)),
  }
}

/** The checks that a log's own leaves allow, in the order of the log: votes behind agreements, agreements behind answers. */
export const createLeafChecks = (findings: Findings) => {
  const checks = [createActivationCheck(), createStandingCheck()]
  return (leaf: Uint8Array, entry: number): void => {
    const read = parseLeaf(leaf)
    if (!read.ok || read.value.class !== 'conduct') return
    for (const check of checks) {
      const fault: LogFault | undefined = check(read.value, entry)
      if (fault && isAuditFault(fault.name)) findings.add(fault.name, { entry })
    }
  }
}

interface SignedRow {
  entry_id: string
  statement: string
}

const passkeyOf = (passkey: Members) =>
  typeof passkey['authenticatorData'] === 'string' && typeof passkey['clientDataJson'] === 'string'
    ? {
        authenticatorData: Buffer.from(passkey['authenticatorData'], 'base64'),
        clientDataJson: Buffer.from(passkey['clientDataJson'], 'base64'),
      }
    : null

const isBallotSigned = (entry: ActEntry, statement: string, keys: KeyRegister): boolean => {
  const signed = membersOf(entry.slots.get('signature'))
  const key = keys.find(signed['keyId'])
  if (!key || key.ended || key.owner !== entry.clear['seat']) return false
  const passkey = passkeyOf(membersOf(signed['passkey']))
  const expected = { ceremony: 'webauthn.get', challenge: challengeOf(statement), page: null } as const
  if ((passkey === null) !== (key.algorithm === 'ed25519')) return false
  if (passkey && checkPasskey(passkey, expected, sha256)) return false
  const bytes = signedBytes(statement, passkey, sha256)
  const isOfStatement =
    Buffer.from(sha256(Buffer.from(statement, 'utf8'))).toString('hex') === entry.clear['statementHash']
  return isOfStatement && isSigned(key, Buffer.from(String(signed['signature']), 'base64'), bytes)
}

const isAnswerSigned = (entry: ActEntry, statement: string, keys: KeyRegister): boolean => {
  const isAccepted = entry.kind === 'agreement.accepted'
  const signed = membersOf(entry.slots.get(isAccepted ? 'signature' : 'reason'))
  const key = keys.find(signed['keyId'])
  const hash = Buffer.from(sha256(Buffer.from(statement, 'utf8'))).toString('hex')
  if (!key || (isAccepted && hash !== entry.clear['statementHash'])) return false
  return isSigned(key, Buffer.from(String(signed['signature']), 'base64'), Buffer.from(statement, 'utf8'))
}

const signedKinds = ['ballot.cast', 'agreement.accepted', 'agreement.rejected']

/** Ballots and the partner's answers, each under the key that was registered for who gave it when it was given. */
export const auditSignatures = async (
  read: Read,
  { entries, keys, findings }: { entries: readonly ActEntry[]; keys: KeyRegister; findings: Findings },
): Promise<void> => {
  const asked = entries.filter(entry => signedKinds.includes(entry.kind)).map(entry => entry.entryId)
  const rows =
    asked.length === 0 ? [] : await read.rows<SignedRow & { [column: string]: unknown }>(selectSignedTexts(asked))
  const texts = new Map(rows.map(row => [row.entry_id, row.statement]))
  for (const entry of entries) {
    keys.learn(entry)
    const statement = texts.get(entry.entryId)
    // Without its row there is no statement: that the row is gone has its own name.
    if (statement === undefined) continue
    const where = { entry: entry.number }
    if (entry.kind === 'ballot.cast' && !isBallotSigned(entry, statement, keys))
      findings.add('ballot-signature-wrong', where)
    if (entry.kind !== 'ballot.cast' && !isAnswerSigned(entry, statement, keys))
      findings.add('acceptance-signature-wrong', where)
  }
}
