import type { CheckpointSigner, Signed } from './sign-checkpoint.ts'
import { lineOf, troubleOf } from './trouble-words.ts'

export interface CheckpointKeeper {
  readonly state: { trouble: string | null }
  /** The log has grown: sign as soon as the spacing allows. */
  nudge(): void
  stop(): Promise<void>
}

/** News is signed within this time of the last signature; a burst shares one. */
const spacingMilliseconds = 300
/** How often the head is looked at unasked: a nudge of another process is not heard here. */
const idleMilliseconds = 1000

interface Pause {
  readonly end: () => void
  /** Spacing after a signature, and the wait after a fault, are not cut short by news. */
  readonly heedsNews: boolean
}

/** Signs checkpoints for as long as the server runs, and hands each on. Numbering never waits for it. */
export const keepCheckpoints = (
  signer: CheckpointSigner,
  { onSigned, onTrouble }: { onSigned: (signed: Signed) => void; onTrouble: (trouble: string) => void },
): CheckpointKeeper => {
  const state: { trouble: string | null } = { trouble: null }
  let stopped = false
  let hasNews = false
  let pause: Pause | undefined

  const rest = (milliseconds: number, heedsNews: boolean): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds)
      const end = (): void => {
        clearTimeout(timer)
        resolve()
      }
      pause = { end, heedsNews }
      if (stopped || (heedsNews && hasNews)) end()
    })
  const signOnce = async (known: Signed | undefined): Promise<Signed | undefined> => {
    try {
      const signed = await signer.signNews()
      state.trouble = null
      if (signed && signed.note !== known?.note) onSigned(signed)
      return signed
    } catch (error) {
      const trouble = troubleOf(error)
      if (!stopped && state.trouble !== trouble) onTrouble(lineOf(error))
      state.trouble = trouble
      return known
    }
  }
  const loop = async (): Promise<void> => {
    let known: Signed | undefined
    while (!stopped) {
      hasNews = false
      const before = known
      known = await signOnce(known)
      if (state.trouble !== null) await rest(idleMilliseconds, false)
      else if (known !== before) await rest(spacingMilliseconds, false)
      else await rest(idleMilliseconds, true)
    }
  }
  const done = loop()
  return {
    state,
    nudge() {
      hasNews = true
      if (pause?.heedsNews) pause.end()
    },
    async stop() {
      stopped = true
      pause?.end()
      await done
    },
  }
}
