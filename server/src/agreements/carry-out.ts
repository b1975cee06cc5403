import { doorVerifier } from '@pars/database'
import { type Instant, isPuttingInForce, type Need, type ResolutionAction, resolutionNeeds } from '@pars/domain'
import type { PoolClient } from 'pg'
import { findWrongSignature } from './check-signatures.ts'
import { inKeeperTransaction, KeeperBusy, type KeeperTx } from './in-keeper.ts'
import { enterDuties } from './keep-duties.ts'
import { callActivate, callCarryOut, callSetCredential, selectNow, setLockTimeout } from './keeper.sql.ts'
import { carryingFacts, findResolution } from './resolution-facts.ts'
import { type ResolutionRow, selectCarried } from './resolutions.sql.ts'

export interface CarryOptions {
  /** Derives the passwords of agreements' roles. */
  readonly partnerDoorKey: Uint8Array
  readonly logOrigin: string
  readonly log: (line: string) => void
  /** A login role has its credential now. */
  readonly onDoor: (role: string) => void
}

/** What came of the resolutions that have their ballots. */
export interface Carried {
  /** Something waits for a moment only: for a number of the journal, or for a lock. */
  soon: boolean
  /** In words for the operator; null while all is well. */
  trouble: string | null
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
/** The ballots have no number yet, a reader holds a lock, or two waited for each other. */
const passing = ['PA054', '55P03', '40P01']
/** What it still needs, as the database sees it a moment later than this process did. */
const waiting = ['PA051', 'PA053', 'PA055', 'PA056', 'PA062', 'PA064', 'PA065']

/** A termination whose notice runs sets the end of what is in force at once; everything else waits until nothing is missing. */
const isDue = (row: ResolutionRow, needs: readonly Need[]): boolean =>
  needs.length === 0 ||
  (row.action === 'terminate' && !row.terminating && needs.every(({ need }) => need === 'notice-period'))

const takeEffect = async (tx: KeeperTx, row: ResolutionRow, options: CarryOptions): Promise<string> => {
  await tx.rows(setLockTimeout)
  if (!isPuttingInForce(row.action as ResolutionAction))
    return (await tx.find<{ done: string }>(callCarryOut(row.resolution_id)))?.done ?? 'nothing'
  const door = (await tx.find<{ door: string }>(callActivate(row.resolution_id)))?.door
  if (door === undefined) throw new Error('activation gave no login role')
  await tx.rows(callSetCredential(door, doorVerifier(options.partnerDoorKey, door)))
  await enterDuties(tx, row.resolution_id)
  return door
}

const carryOne = async (client: PoolClient, row: ResolutionRow, options: CarryOptions): Promise<Carried> => {
  try {
    const done = await inKeeperTransaction(client, async tx => {
      const known = await findResolution(tx, row.resolution_id)
      if (!known || known.carried_out_at !== null) return undefined
      const wrong = await findWrongSignature(tx, known, options.logOrigin)
      return wrong ? { wrong } : { effect: await takeEffect(tx, known, options) }
    })
    if (done === undefined) return { soon: false, trouble: null }
    if ('wrong' in done)
      return {
        soon: false,
        trouble: `resolution ${row.code} is not carried out: the signature of its ${done.wrong} is wrong`,
      }
    options.log(`resolution ${row.code} (${row.action}): ${done.effect}`)
    if (isPuttingInForce(row.action as ResolutionAction)) options.onDoor(done.effect)
    return { soon: false, trouble: null }
  } catch (error) {
    if (error instanceof KeeperBusy) throw error
    const code = codeOf(error)
    if (passing.includes(code)) return { soon: true, trouble: null }
    if (waiting.includes(code)) return { soon: false, trouble: null }
    return { soon: false, trouble: `resolution ${row.code} cannot be carried out: ${code || 'fault'}` }
  }
}

/** Carries out every resolution that has its ballots and all else that it needs, each in a transaction of its own. */
export const carryOutDue = async (client: PoolClient, options: CarryOptions): Promise<Carried> => {
  const { rows, now } = await inKeeperTransaction(client, async tx => ({
    rows: await tx.rows<ResolutionRow & { [column: string]: unknown }>(selectCarried),
    now: (await tx.find<{ now: Instant }>(selectNow))?.now,
  }))
  if (now === undefined) throw new Error('the database gave no time')
  const all: Carried = { soon: false, trouble: null }
  for (const row of rows) {
    const needs = resolutionNeeds(carryingFacts(row), now)
    if (needs.some(({ need }) => need === 'numbers')) all.soon = true
    if (!isDue(row, needs)) continue
    const one = await carryOne(client, row, options)
    all.soon ||= one.soon
    all.trouble ??= one.trouble
  }
  return all
}
