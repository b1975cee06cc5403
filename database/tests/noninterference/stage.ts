import { randomBytes, randomUUID } from 'node:crypto'
import { compileAgreement } from '@pars/terms'
import type { Client } from 'pg'
import { type TestDatabase, testDatabase } from '../../src/testing/index.ts'
import { connect } from '../door-client.ts'
import { executeAsOwner, openDoor } from '../terms/agreement.sql.ts'
import { sha256 } from '../terms/opened-agreement.ts'
import { othersTerms, type Profile, profilesOf } from './profiles.ts'
import { type Cast, makeStageHand, nameUnit, registerPartner } from './stage.sql.ts'

/** A change of the walls, or of what the terms compile to, before anything is opened. */
export interface Change {
  applyToWalls?(admin: Client): Promise<void>
  compiled?(sql: string, names: { door: string; definer: string; suffix: string }): string
}

export interface Stage {
  admin: Client
  /** One for each profile. */
  doors: Client[]
  others: Client
  partner: Client
  close(): Promise<void>
}
export interface Pair {
  profiles: Profile[]
  doorNames: string[]
  otherDoor: string
  ours: Cast
  theirs: Cast
  left: Stage
  right: Stage
  close(): Promise<void>
}

const role = (prefix: string) => `${prefix}_${randomBytes(6).toString('hex')}`

/** Two databases with the same agreements in force, under the same names: nothing tells them apart but what is put into them. */
export const openPair = async (change: Change = {}, alone = false): Promise<Pair> => {
  const code = `n${randomBytes(4).toString('hex')}`
  const profiles = profilesOf(code)
  const others = othersTerms(code)
  const compiled = [...profiles.map(({ terms }) => terms), others].map(terms => compileAgreement(terms, sha256))
  const unit = `u-${code}`
  const all = profiles.map(profile => profile.terms)
  const cast = (of: string, agreements: string[]): Cast => ({
    partner: randomUUID(),
    door: role('ptn'),
    unit: of,
    officer: randomUUID(),
    agreements,
  })
  const ours = cast(
    unit,
    all.map(terms => terms.agreement),
  )
  const theirs = cast(others.units[0]?.code ?? '', [others.agreement])
  const password = randomUUID()
  const open = async (isFirst: boolean): Promise<Stage> => {
    const database: TestDatabase = await testDatabase()
    const admin = await connect(database.admin)
    await change.applyToWalls?.(admin)
    for (const { sql, names } of compiled) {
      // Roles are the cluster's: the second database finds them there.
      const changed = change.compiled?.(sql, names) ?? sql
      await executeAsOwner(admin, isFirst ? changed : changed.replaceAll(/^create role .*$/gm, ''))
      await openDoor(admin, names.door, password)
    }
    await makeStageHand(admin)
    await nameUnit(admin, unit, compiled.at(-1)?.names.door ?? '')
    await registerPartner(admin, ours, password)
    await registerPartner(admin, theirs, password)
    const as = (user: string) => connect({ ...database.admin, user, password })
    const clients = await Promise.all(compiled.map(({ names }) => as(names.door)))
    const partner = await as(ours.door)
    const [last] = clients.splice(-1)
    if (last === undefined) throw new Error('no other agency')
    return {
      admin,
      doors: clients,
      others: last,
      partner,
      close: async () => {
        for (const client of [admin, ...clients, last, partner]) await client.end()
        await database.drop()
      },
    }
  }
  const left = await open(true)
  // Where nothing is compared one database is enough.
  const right = alone ? left : await open(false)
  return {
    profiles,
    doorNames: compiled.slice(0, -1).map(({ names }) => names.door),
    otherDoor: compiled.at(-1)?.names.door ?? '',
    ours,
    theirs,
    left,
    right,
    close: async () => {
      await left.close()
      if (!alone) await right.close()
    },
  }
}
