import { formatPolicy, parseVkey } from '@pars/ledger'
import { noteSigner, sha256 } from '@pars/ledger/node'
import { logVkey } from '../http/log.ts'
import { type Cosigning, keepCosigning } from '../journal/cosigning/keep-cosigning.ts'
import { policyFile } from '../journal/cosigning/policy-file.ts'
import { keepCheckpoints } from '../journal/keep-checkpoints.ts'
import { startSequencer } from '../journal/sequencer.ts'
import { checkpointSigner } from '../journal/sign-checkpoint.ts'
import { signedFile } from '../journal/signed-file.ts'
import type { Runtime } from '../runtime.ts'

export interface LogPlaces {
  /** Where the checkpoint that was signed last is kept, outside the database. */
  readonly signedFolder: string
  /** Whose cosignatures count, and where they are asked (C2SP tlog-policy). It may come later. Undefined: nobody is asked. */
  readonly policyFile: string | undefined
}

export interface LogState {
  /** Whether entries are numbered. */
  running: boolean
  /** What the operator must look at, in words, worst first; null while all is well. */
  trouble: string | null
}

export interface RunningLog {
  readonly state: () => LogState
  /** Something was committed: number it now. */
  nudge(): void
  /** The policy as it is published: without the addresses of the cosigners. */
  policyText(): Promise<string | undefined>
  stop(): Promise<void>
}

const noCosigning: Cosigning = { state: { trouble: null }, offer: () => {}, stop: async () => {} }

/** Numbers what is committed, signs it, and asks the cosigners: three loops of which none waits for another. */
export const startLog = (runtime: Runtime, places: LogPlaces | undefined, log: (line: string) => void): RunningLog => {
  const { doors, keys, city } = runtime
  const pool = doors.sequencer
  const file = places?.policyFile === undefined ? undefined : policyFile(places.policyFile)
  const cosigning = file ? keepCosigning(pool, file, log) : noCosigning
  const checkpoints = keepCheckpoints(
    checkpointSigner({
      pool,
      origin: city.origin,
      signer: noteSigner(city.origin, 'ed25519', keys.log),
      file: places && signedFile(places.signedFolder, city.origin),
    }),
    { onSigned: cosigning.offer, onTrouble: trouble => log(`no checkpoint is signed: ${trouble}`) },
  )
  const sequencer = startSequencer(pool, {
    onMoved: checkpoints.nudge,
    onTrouble: trouble => log(`sequencer stands still: ${trouble}`),
  })
  return {
    state: () => ({
      running: sequencer.state.running && sequencer.state.trouble === null,
      trouble: sequencer.state.trouble ?? checkpoints.state.trouble ?? cosigning.state.trouble,
    }),
    nudge: () => sequencer.nudge(),
    async policyText() {
      const policy = await file?.read()
      const key = parseVkey(sha256, logVkey(keys, city.origin))
      if (!key.ok) return undefined
      // Where nobody is asked, that is what is published.
      if (!policy) return formatPolicy({ logs: [{ key: key.value }], cosigners: [], groups: [], quorum: 'none' })
      const cosigners = policy.cosigners.map(one => ({ name: one.name, key: one.key }))
      return formatPolicy({ ...policy, logs: [{ key: key.value }], cosigners })
    },
    async stop() {
      await sequencer.stop()
      await checkpoints.stop()
      await cosigning.stop()
    },
  }
}
