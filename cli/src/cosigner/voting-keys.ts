import type { LogSource } from '@pars/ledger'
import { openSlotOf } from './laid-open.ts'
import type { ProvedEntry } from './log-reader.ts'
import type { VotingKey } from './state-file.ts'

/** The register of the keys of seats and of partners' units after one more entry about a key. */
export const followVotingKeys = async (
  source: LogSource,
  keys: readonly VotingKey[],
  entry: ProvedEntry,
): Promise<readonly VotingKey[]> => {
  const { fields, kind } = entry.leaf
  const { use } = fields
  if (use !== 'ballot' && use !== 'partner') return keys
  const holder = use === 'ballot' ? fields['seat'] : fields['unit']
  if (typeof holder !== 'string') return keys
  const { content } = await openSlotOf(source, entry, 'key')
  const keyId = String(content['keyId'])
  const isSame = (key: VotingKey) => key.use === use && key.holder === holder && key.keyId === keyId
  if (kind === 'key.revoked')
    return keys.map(key => (isSame(key) && key.until === null ? { ...key, until: entry.entry } : key))
  const publicKey = String(content['publicKey'])
  const algorithm = String(content['algorithm'] ?? 'ed25519')
  return [...keys, { use, holder, keyId, algorithm, publicKey, from: entry.entry, until: null }]
}

/** Whether a key was registered when an entry was made, and not revoked. */
export const isInForce = ({ from, until }: VotingKey, entry: number): boolean =>
  from < entry && (until === null || until > entry)
