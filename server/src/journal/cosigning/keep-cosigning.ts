import { formatVkey, type VerifierKey } from '@pars/ledger'
import type { Pool } from 'pg'
import { listRows } from '../../db/direct.ts'
import type { Signed } from '../sign-checkpoint.ts'
import { lineOf, troubleOf } from '../trouble-words.ts'
import { type CosignerLine, openCosignerLine } from './cosigner-line.ts'
import { type CountedCosigner, selectCounted } from './cosigning.sql.ts'
import type { PolicyFile } from './policy-file.ts'

export interface Cosigning {
  readonly state: { trouble: string | null }
  /** The newest checkpoint that is signed and stored: each cosigner is asked for it. */
  offer(signed: Signed): void
  stop(): Promise<void>
}

const lookMilliseconds = 1000

/**
 * Keeps a line to every cosigner that the policy file names and a seat has appointed in the log. Whoever is only in the file does not
 * count, and whoever is only appointed cannot be asked: both are said.
 */
export const keepCosigning = (pool: Pool, file: PolicyFile, log: (line: string) => void): Cosigning => {
  const state: { trouble: string | null } = { trouble: null }
  const lines = new Map<string, CosignerLine>()
  let newest: Signed | undefined
  let stopped = false

  const look = async (): Promise<string | null> => {
    const policy = await file.read()
    const counted = await listRows<CountedCosigner & { [column: string]: unknown }>(pool, selectCounted)
    const named = policy?.cosigners ?? []
    const wanted = new Map<string, { key: VerifierKey; url: string }>(
      named.flatMap(({ key, url }) => {
        const known = counted.some(({ vkey }) => vkey === formatVkey(key))
        return known && url !== undefined ? [[`${formatVkey(key)} ${url}`, { key, url }] as const] : []
      }),
    )
    for (const [id, line] of lines) {
      if (wanted.has(id)) continue
      lines.delete(id)
      await line.stop()
    }
    for (const [id, { key, url }] of wanted)
      if (!lines.has(id) && !stopped) lines.set(id, openCosignerLine({ pool, key, url, newest: () => newest }))
    const unasked = counted.filter(({ vkey }) => !named.some(({ key, url }) => url && formatVkey(key) === vkey))
    if (unasked.length === 0) return null
    return `the policy file does not say where to ask the cosigner of ${unasked.map(({ seat }) => seat).join(', ')}`
  }
  const keepLooking = async (): Promise<void> => {
    const before = state.trouble
    const found = await look().then(
      trouble => ({ trouble, line: trouble }),
      (fault: unknown) => ({ trouble: troubleOf(fault), line: lineOf(fault) }),
    )
    state.trouble = found.trouble
    if (found.line !== null && found.trouble !== before && !stopped) log(`cosigners: ${found.line}`)
  }
  let looking: Promise<void> | undefined
  const lookUnlessLooking = (): void => {
    looking ??= keepLooking().finally(() => {
      looking = undefined
    })
  }
  lookUnlessLooking()
  const timer = setInterval(lookUnlessLooking, lookMilliseconds)
  return {
    state,
    offer(signed) {
      newest = signed
      for (const line of lines.values()) line.nudge()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
      await Promise.all([...lines.values()].map(line => line.stop()))
    },
  }
}
