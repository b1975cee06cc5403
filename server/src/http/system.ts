import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  advanceClock,
  appointCosigner,
  health,
  openapi,
  viewCity,
  viewEntry,
  viewLogStatus,
  viewMe,
} from '@pars/contract'
import { type Instant, type Party, permissionsOf, type Role, whyNot } from '@pars/domain'
import { toHex } from '@pars/ledger'
import type { KeeperState } from '../agreements/keep-agreements.ts'
import { appointCosigner as appoint } from '../cosigners/appoint-cosigner.ts'
import { loadLogStatus } from '../cosigners/load-log-status.ts'
import { findRow, listRows } from '../db/direct.ts'
import { uuidOf } from '../db/transaction.ts'
import { readerOf } from '../readers.ts'
import { chairs } from '../system/chairs.ts'
import { localIssuer } from '../system/local-issuer.ts'
import {
  type CityStateRow,
  callSetClock,
  type HealthRow,
  selectChairs,
  selectCheckpointSize,
  selectCityState,
  selectHealth,
  selectLeafHash,
  selectPlaceOfEntry,
} from '../system/system.sql.ts'
import { HttpProblem } from './problem.ts'
import { type Asked, act, look, type Route } from './route.ts'

export interface SystemParts {
  /** Numbering, signing and the cosigners. */
  readonly sequencer: () => { running: boolean; trouble: string | null }
  readonly keeper: () => KeeperState
  /** Folder of the built web; health is bad without it. Undefined where this server serves no web. */
  readonly webFolder: string | undefined
  /** The generated description of the API. */
  readonly description: () => unknown
}

interface Filling {
  done: number
  of: number
}

const refusePermission = (permission: 'rehearsal.advance-clock', role: Role | undefined): void => {
  const refused = whyNot({ role: role ?? 'visitor' }, permission)
  if (refused)
    throw new HttpProblem(
      role === undefined ? 401 : 403,
      role === undefined ? 'not-signed-in' : 'not-permitted',
      refused.say,
    )
}

const roleOf = ({ actor }: Asked): Role | undefined => actor?.role

const me = look(viewMe, async asked => {
  const { actor, runtime } = asked
  const role = roleOf(asked) ?? (actor || !runtime.city.rehearsal ? undefined : 'visitor')
  return {
    account: actor
      ? { accountId: actor.accountId, displayName: actor.displayName, party: actor.party, role: actor.role }
      : null,
    role: actor?.role ?? role ?? null,
    may: role === undefined ? [] : permissionsOf({ role }),
  }
})

const entry = look(viewEntry, async ({ runtime, actor }, { params }) => {
  const { doors } = runtime
  const place = await findRow<{ number: number | null }>(
    doors[readerOf(actor).door],
    selectPlaceOfEntry(uuidOf('ent', params.entryId)),
  )
  if (!place) throw new HttpProblem(404, 'not-found', 'There is no such entry. Check the id.')
  const leaf =
    place.number === null ? undefined : await findRow<{ leaf_hash: Buffer }>(doors.portal, selectLeafHash(place.number))
  const checkpoint = await findRow<{ size: number }>(doors.portal, selectCheckpointSize)
  return {
    entryId: params.entryId,
    number: place.number,
    checkpointSize: checkpoint?.size ?? 0,
    leafHash: leaf ? toHex(leaf.leaf_hash) : null,
  }
})

const isOutsideRehearsal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'PA030'

/** Me, city, entry, rehearsal clock, health and the description of the API. */
export const systemRoutes = (parts: SystemParts): Route[] => {
  // Shown while the made-up city fills; of this process only.
  let filling: Filling | null = null

  const city = look(viewCity, async ({ runtime }) => {
    const state = await findRow<CityStateRow & { [column: string]: unknown }>(runtime.doors.keeper, selectCityState)
    if (!state) throw new Error('the database has no journal head')
    const { name, rehearsal, origin } = runtime.city
    const rows = rehearsal
      ? await listRows<{ subject: string; display_name: string; role: string; party: Party }>(
          runtime.doors.keeper,
          selectChairs(
            localIssuer,
            chairs.map(chair => chair.subject),
          ),
        )
      : []
    return {
      city: name,
      rehearsal,
      now: state.now as Instant,
      clock: {
        rate: state.meets_present ? 1 : state.rate,
        meetsPresent: state.meets_present,
        beganAt: state.began_at as Instant,
      },
      filling,
      chairs: rows.map(row => ({
        subject: row.subject,
        displayName: row.display_name,
        role: row.role,
        party: row.party,
      })),
      log: { size: state.size, checkpointAt: state.checkpoint_at as Instant | null, origin },
    }
  })

  const clock = look(advanceClock, async (asked, { body }) => {
    const { runtime } = asked
    if (!runtime.city.rehearsal)
      throw new HttpProblem(409, 'not-a-rehearsal', 'Only a rehearsal has a clock that can be moved.')
    refusePermission('rehearsal.advance-clock', roleOf(asked))
    try {
      const row = await findRow<{ now: Instant }>(
        runtime.doors.keeper,
        callSetClock(body.startAt, body.rate, body.horizon),
      )
      if (!row) throw new Error('pars.set_clock gave no time')
      filling = body.filling
      return { now: row.now }
    } catch (error) {
      if (isOutsideRehearsal(error))
        throw new HttpProblem(409, 'not-a-rehearsal', 'Only a rehearsal has a clock that can be moved.')
      throw error
    }
  })

  const isWebBuilt = (): boolean => parts.webFolder !== undefined && existsSync(join(parts.webFolder, 'index.html'))

  const healthz: Route = {
    endpoint: health,
    async handle({ runtime, reply }) {
      const row = await findRow<HealthRow & { [column: string]: unknown }>(runtime.doors.keeper, selectHealth).catch(
        () => undefined,
      )
      const state = parts.sequencer()
      const answer = {
        ok: row !== undefined && isWebBuilt(),
        database: row !== undefined,
        web: isWebBuilt(),
        sequencer: {
          running: state.running,
          waiting: row?.waiting ?? 0,
          lastNumber: row?.size ?? 0,
          trouble: state.trouble,
        },
        agreements: { running: parts.keeper().running, trouble: parts.keeper().trouble },
      }
      if (answer.ok) return answer
      return reply
        .code(503)
        .header('cache-control', 'no-store')
        .header('content-type', 'application/json; charset=utf-8')
        .send(JSON.stringify(answer))
    },
  }

  const description: Route = { endpoint: openapi, handle: async () => parts.description() }
  const logStatus = look(viewLogStatus, ({ runtime }) => loadLogStatus(runtime.doors.portal, parts.sequencer().trouble))
  return [me, city, entry, clock, healthz, logStatus, act(appointCosigner, appoint, ({ body }) => body), description]
}
