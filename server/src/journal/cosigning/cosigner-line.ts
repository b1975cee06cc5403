import { proveConsistency, type VerifierKey } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import type { Pool } from 'pg'
import { findRow, readByPool, writeRow } from '../../db/direct.ts'
import type { Signed } from '../sign-checkpoint.ts'
import { storedTiles } from '../stored-log.ts'
import { troubleOf } from '../trouble-words.ts'
import { askCosigner, type CosignerAnswer } from './ask-cosigner.ts'
import {
  beginOutage,
  endOutage,
  insertCosignature,
  keepAnswer,
  keepTrouble,
  selectConfirmedSize,
} from './cosigning.sql.ts'

export interface CosignerLine {
  /** A newer checkpoint is signed. */
  nudge(): void
  stop(): Promise<void>
}

export interface LineParts {
  readonly pool: Pool
  readonly key: VerifierKey
  readonly url: string
  readonly newest: () => Signed | undefined
}

type Asking = LineParts & { readonly signal: AbortSignal }

/** Without news a cosigner is asked again for the same tree: it is still there, and the tree still the same. */
const refreshMilliseconds = 30_000
const afterTroubleMilliseconds = 1000
const looseClockSeconds = 30

/** Its clock, as far as its signature shows it, against this machine's. */
const clockTrouble = (time: number): string | null => {
  const off = time - Math.floor(Date.now() / 1000)
  return Math.abs(off) <= looseClockSeconds
    ? null
    : `its clock is ${Math.abs(off)} seconds ${off > 0 ? 'ahead' : 'behind'}`
}

/** One question about the newest checkpoint, and what came of it, kept. Answers the size that was confirmed. */
const askOnce = async (parts: Asking, signed: Signed, old: number): Promise<CosignerAnswer> => {
  const { pool, key, url, signal } = parts
  const proof =
    old === 0 || old >= signed.size
      ? []
      : await proveConsistency(sha256, storedTiles(readByPool(pool)), { size1: old, size2: signed.size })
  const answer = await askCosigner({ url, key, old, proof, signed, signal })
  if (answer.kind === 'cosigned') {
    await writeRow(pool, insertCosignature(signed.size, key.name, answer.line))
    const trouble = clockTrouble(answer.time)
    await writeRow(pool, keepAnswer(signed.size, key.name, answer.line, trouble))
    if (trouble === null) await writeRow(pool, endOutage(key.name))
  }
  return answer
}

/** Asks as often as the cosigner corrects the size that it confirmed last: once, unless two servers ask at once. */
const confirm = async (parts: Asking, signed: Signed, known: number): Promise<number> => {
  let old = known
  for (let turn = 0; turn < 3; turn++) {
    const answer = await askOnce(parts, signed, old)
    if (answer.kind === 'cosigned') return signed.size
    if (answer.kind === 'trouble') throw new Error(answer.trouble)
    if (answer.size > signed.size)
      throw new Error(
        `has confirmed ${answer.size} entries, but the log shows it ${signed.size}: a backup was put back, or it was shown another log`,
      )
    old = answer.size
  }
  throw new Error('says each time that it confirmed another size')
}

/** Asks one cosigner for as long as the server runs: each newest checkpoint, one question at a time, no other cosigner waiting for it. */
export const openCosignerLine = (parts: LineParts): CosignerLine => {
  const { pool, key, newest } = parts
  const stopping = new AbortController()
  const { signal } = stopping
  let wake: () => void = () => {}
  let confirmed: number | undefined
  let asked: Signed | undefined

  const pause = (milliseconds: number, until: () => boolean): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        if (!signal.aborted && !until()) return
        clearTimeout(timer)
        resolve()
      }
      wake()
    })
  const hasNews = (): boolean => newest() !== asked
  const turn = async (): Promise<void> => {
    const signed = newest()
    asked = signed
    if (!signed) return pause(refreshMilliseconds, hasNews)
    try {
      confirmed ??= (await findRow<{ size: number }>(pool, selectConfirmedSize(key.name)))?.size ?? 0
      confirmed = await confirm({ ...parts, signal }, signed, confirmed)
      await pause(refreshMilliseconds, hasNews)
    } catch (error) {
      confirmed = undefined
      if (!signal.aborted) {
        await writeRow(pool, keepTrouble(key.name, troubleOf(error)))
        await writeRow(pool, beginOutage(key.name))
      }
      await pause(afterTroubleMilliseconds, () => false)
    }
  }
  const loop = async (): Promise<void> => {
    // A database that is away says nothing of the cosigner: the next turn looks again.
    while (!signal.aborted) await turn().catch(() => pause(afterTroubleMilliseconds, () => false))
  }
  const done = loop()
  return {
    nudge: () => wake(),
    async stop() {
      stopping.abort()
      wake()
      await done
    },
  }
}
