import {
  type Checkpoint,
  type CosigningDecision,
  decideCosigning,
  formatNote,
  formatSignatures,
  type LogSource,
  type NoteSigner,
  type Peaks,
  parseAddCheckpoint,
  readHex,
  signNote,
  toHex,
  type VerifierKey,
} from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/node'
import { checkActivation } from './check-votes.ts'
import { keepEvidence } from './evidence.ts'
import { readNewEntries } from './log-reader.ts'
import { CosignerRefusal, UnreadableLog } from './refusal.ts'
import type { CosignerState, StateFile, VotingKey } from './state-file.ts'
import { followVotingKeys } from './voting-keys.ts'

export interface Answer {
  readonly status: number
  readonly body: string
  readonly type: string
}

export interface Cosigner {
  /** Answers one `add-checkpoint`; never two at a time. */
  addCheckpoint(body: Uint8Array): Promise<Answer>
  /** The note that was signed last. */
  newest(): string | null
}

export interface CosignerParts {
  readonly home: string
  readonly file: StateFile
  readonly signer: NoteSigner
  readonly logKey: VerifierKey
  readonly source: LogSource
  readonly log: (line: string) => void
}

const refusalsKept = 20
const plain = (status: number, line: string): Answer => ({
  status,
  body: `${line}\n`,
  type: 'text/plain; charset=utf-8',
})

const bytesOf = (hex: string): Uint8Array => readHex(hex) ?? new Uint8Array(0)
const treeOf = (state: CosignerState): Peaks => ({ size: state.size, peaks: state.peaks.map(bytesOf) })

/** A refusal in the state; the same again is counted, not repeated. */
const withRefusal = (state: CosignerState, status: number, why: string): CosignerState => {
  const [last, ...rest] = state.refusals
  const at = new Date().toISOString()
  if (last?.why === why) return { ...state, refusals: [{ at, status, why, times: last.times + 1 }, ...rest] }
  return { ...state, refusals: [{ at, status, why, times: 1 }, ...state.refusals].slice(0, refusalsKept) }
}

/** What the entries up to the new checkpoint come to: the tree, and the register of keys. Throws on what may not be confirmed. */
const checkEntries = async (
  { source, logKey }: CosignerParts,
  state: CosignerState,
  head: Checkpoint,
): Promise<{ tree: Peaks; votingKeys: readonly VotingKey[] }> => {
  const { tree, entries } = await readNewEntries(source, treeOf(state), head)
  let votingKeys = state.votingKeys
  for (const entry of entries) {
    if (entry.leaf.kind === 'agreement.activated')
      await checkActivation({ source, head, origin: logKey.name, keys: votingKeys }, entry)
    else votingKeys = await followVotingKeys(source, votingKeys, entry)
  }
  return { tree, votingKeys }
}

/** Whether log and memory contradict each other, whatever else was wrong with the request. */
const contradiction = (state: CosignerState, decision: CosigningDecision): string | undefined => {
  if (decision.status === 200 || !decision.signed || state.size === 0) return undefined
  const { size, root } = decision.signed
  if (size === state.size && toHex(root) !== state.root) return `the log signed two roots of ${size} entries`
  if (decision.status === 422)
    return `${size} entries are not shown to begin with the ${state.size} that were confirmed`
  return undefined
}

/** The core of a cosigner: it decides, looks at the entries, remembers on its disk, and signs, in this order. */
export const makeCosigner = (parts: CosignerParts, first: CosignerState): Cosigner => {
  const { home, file, signer, logKey, log } = parts
  let state = first
  let queue: Promise<unknown> = Promise.resolve()

  const refuse = (status: number, why: string): Answer => {
    if (state.refusals[0]?.why !== why) log(`refused (${status}): ${why}`)
    state = withRefusal(state, status, why)
    file.save(state)
    return plain(status, why)
  }
  const sign = async (checkpoint: Checkpoint, text: string, noteText: string): Promise<Answer> => {
    const checked = await checkEntries(parts, state, checkpoint)
    const line = await signNote(text, signer, Math.floor(Date.now() / 1000))
    const logLines = noteText.slice(noteText.lastIndexOf('\n\n') + 2)
    const next: CosignerState = {
      ...state,
      size: checkpoint.size,
      root: toHex(checkpoint.root),
      peaks: checked.tree.peaks.map(toHex),
      votingKeys: checked.votingKeys,
      note: `${formatNote({ text, signatures: [] })}${logLines}${formatSignatures([line])}`,
    }
    // Durable before the signature leaves: whoever forgets what it signed can be made to contradict it.
    file.save(next)
    state = next
    return { status: 200, body: formatSignatures([line]), type: 'text/plain; charset=utf-8' }
  }
  const answer = async (body: Uint8Array): Promise<Answer> => {
    const remembered = { size: state.size, root: bytesOf(state.root) }
    const decision = await decideCosigning({ sha256, verify: verifyEd25519, logs: [{ key: logKey, remembered }] }, body)
    const request = parseAddCheckpoint(body)
    const offered = request.ok ? new TextDecoder().decode(request.value.note) : ''
    const against = contradiction(state, decision)
    if (against !== undefined) {
      log(`kept in ${keepEvidence(home, { remembered: state.note ?? '', offered, why: against })}`)
      return refuse(422, `${against}; both are kept as evidence`)
    }
    if (decision.status === 409) return { status: 409, body: `${decision.size}\n`, type: 'text/x.tlog.size' }
    // What the log did not sign is no word of the log's: it is answered, and not worth remembering.
    if (decision.status !== 200)
      return decision.signed ? refuse(decision.status, decision.fault) : plain(decision.status, decision.fault)
    try {
      return await sign(decision.checkpoint, decision.text, offered)
    } catch (error) {
      if (error instanceof CosignerRefusal) return refuse(422, error.message)
      if (error instanceof UnreadableLog) return refuse(503, error.message)
      throw error
    }
  }
  return {
    addCheckpoint(body) {
      const mine = queue.then(() => answer(body))
      queue = mine.catch(() => {})
      return mine
    },
    newest: () => state.note,
  }
}
