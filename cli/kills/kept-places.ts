import { createServer } from 'node:net'
import { createClient, exampleReport, loadReference, viewCity } from '@pars/contract'
import { type KeptHome, keepHome } from '@pars/database/testing'
import { expect } from 'vitest'
import { selectAgreement, selectArrests } from './checks.sql.ts'
import { type Intake, makeIntake } from './intake.ts'
import { askDatabase, type Place, tokenOf, verifyLog } from './killed-server.ts'

const homes: KeptHome[] = []
export const removeHomes = async (): Promise<void> => {
  for (const home of homes) await home.remove()
}

const findPort = (): Promise<number> =>
  new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export const makePlace = async (): Promise<Place> => {
  const kept = keepHome('pars-kills-')
  homes.push(kept)
  return { home: kept.home, port: await findPort(), keep: kept.keep }
}

export const beginIntake = async (place: Place): Promise<Intake> => {
  const baseUrl = `http://127.0.0.1:${place.port}`
  const manager = createClient({ baseUrl, token: await tokenOf(place, 'court-manager') })
  const statutes = exampleReport.charges.map(({ statute, description }) => ({
    statute,
    description,
    chapterGroup: null,
    validFrom: '2000-01-01',
    validTo: null,
  }))
  await manager.call(loadReference, { body: { statutes } })
  const { now } = await manager.call(viewCity)
  return makeIntake(baseUrl, await tokenOf(place, 'intake-system'), new Date(Date.parse(now) - 3_600_000).toISOString())
}

/** Every acknowledged arrest is there exactly once, and journal, tree and tables say the same. */
export const expectWhole = async (place: Place, intake: Intake): Promise<void> => {
  const state = () => askDatabase<{ waiting: number }>(place, selectAgreement)
  await expect.poll(async () => (await state())[0]?.waiting, { timeout: 20_000 }).toBe(0)
  const rows = await askDatabase<{ intake_number: string; arrest_id: string; versions: number }>(place, selectArrests)
  const found = new Map(rows.map(row => [row.intake_number, row]))
  expect(rows).toHaveLength(intake.sent.length)
  for (const { report, arrestId } of intake.sent) {
    expect(found.get(report.intakeNumber)?.arrest_id.replaceAll('-', '')).toBe(arrestId?.slice(4))
    expect(found.get(report.intakeNumber)?.versions).toBe(1)
  }
  expect((await state())[0]).toEqual({ gap_free: true, waiting: 0, unplaced: 0, without_entry: 0, differing: 0 })
  await expect.poll(async () => (await verifyLog(place)).ok, { timeout: 20_000 }).toBe(true)
}
