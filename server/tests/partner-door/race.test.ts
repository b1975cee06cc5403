import { setTimeout as wait } from 'node:timers/promises'
import { askByIdentifier, ProblemError } from '@pars/contract'
import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { liftStop, readWall, stopNow } from '../testing/partner/insert-partner.sql.ts'
import type { MadeUpPartner } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'

const lanes = 8
const racesPerLane = 125
const asksPerRace = 3

let city: PartnerCity
let partners: MadeUpPartner[]
let admins: Pool
beforeAll(async () => {
  city = await startPartnerCity()
  partners = []
  for (let lane = 0; lane < lanes; lane++) partners.push(await city.partner(wideTerms()))
  await addRecords(city.admin, [{ otn: 'N9999991' }])
  admins = new Pool({ ...city.server.database.admin, max: lanes })
})
afterAll(async () => {
  await admins.end()
  await city.stop()
})

interface Outcome {
  /** The stamp of collecting, where an answer came. */
  stamp: number | undefined
  term: string | undefined
}

const ask = async (partner: MadeUpPartner): Promise<Outcome> => {
  const body = {
    agreement: partner.agreement,
    purpose: 'criminal-investigation',
    cites: null,
    behalf: 'own unit',
    officer: partner.officer,
    identifier: 'otn',
    value: 'N9999991',
  }
  try {
    const answer = await partner.client.call(askByIdentifier, { body })
    return { stamp: Date.parse(answer.notice.asOf), term: undefined }
  } catch (error) {
    if (error instanceof ProblemError && error.problem.term) return { stamp: undefined, term: error.problem.term }
    throw error
  }
}

const stops = ['unit', 'officer', 'key', 'agreement'] as const
const terms: Record<(typeof stops)[number], string> = {
  unit: 'unit-stopped',
  officer: 'officer-stopped',
  key: 'unit-stopped',
  agreement: 'agreement-suspended',
}

const tally = { answered: 0, refused: 0, races: 0 }

/** Asks and a stop at once, and one more ask once the stop was acknowledged. */
const race = async (partner: MadeUpPartner, what: (typeof stops)[number], delay: number): Promise<void> => {
  const asked = Array.from({ length: asksPerRace }, async (_, index) => {
    await wait(index * 3)
    return ask(partner)
  })
  await wait(delay)
  const client = await admins.connect()
  await stopNow(client, what, partner)
  // Later than the commit, by the database's own wall clock.
  const stoppedAt = await readWall(client)
  const after = await ask(partner)
  const outcomes = await Promise.all(asked)
  await liftStop(client, what, partner)
  client.release()
  for (const { stamp, term } of outcomes) {
    // A serial order: every answer was stamped before the stop stood, everything else was refused by it.
    if (stamp !== undefined) expect(stamp).toBeLessThanOrEqual(stoppedAt)
    else expect(term).toBe(terms[what])
    tally[stamp === undefined ? 'refused' : 'answered'] += 1
  }
  expect(after).toEqual({ stamp: undefined, term: terms[what] })
  tally.races += 1
}

test('of 1,000 stops against asks, each has a serial order', async () => {
  const runLane = async (partner: MadeUpPartner, lane: number): Promise<void> => {
    for (let turn = 0; turn < racesPerLane; turn++)
      await race(partner, stops[(turn + lane) % stops.length] ?? 'unit', (turn * 7 + lane) % 40)
  }
  await Promise.all(partners.map(runLane))
  expect(tally.races).toBe(lanes * racesPerLane)
  // Both happened often, or the races were none.
  expect(tally.answered).toBeGreaterThan(100)
  expect(tally.refused).toBeGreaterThan(100)
}, 600_000)
