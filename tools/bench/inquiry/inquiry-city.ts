import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { partnerDoorKeyFile, readSecret, readSettings, startEmbeddedCity } from '@pars/server'
import { templates } from '@pars/terms'
import type { Client } from 'pg'
import { runFrom } from '../../../server/tests/testing/partner/insert-partner.sql.ts'
import {
  connectAdmin,
  type MadeUpPartner,
  madeUpPartner,
  type Place,
  type TermsOf,
} from '../../../server/tests/testing/partner/made-up-partner.ts'
import {
  type PartnerDoorProcess,
  startPartnerDoorProcess,
} from '../../../server/tests/testing/partner/partner-door-process.ts'
import { findFreePort } from '../started-server.ts'
import type { AskingLoad, AskingResult } from './ask-signed.ts'
import { liftQuotas } from './bulk-records.sql.ts'

export interface InquiryCity {
  readonly baseUrl: string
  readonly place: Place
  readonly admin: Client
  /** Opens the partner door with the real process, or with another program that reads the same lines. */
  openDoor(program?: string): Promise<PartnerDoorProcess>
  partner(dates: { startsOn: string; endsOn: string }, terms?: TermsOf): Promise<MadeUpPartner>
  stop(): Promise<void>
}

/** The most that terms may say. A run asks more than that in a day: see liftQuotas. */
const mostOfTerms = {
  inquiriesPerUnitPerDay: 100_000,
  inquiriesPerOfficerPerDay: 100_000,
  personsPerUnitPerDay: 100_000,
}

const noLines = (): void => {}

const onePerson: TermsOf = blanks => ({
  ...templates['one-person-at-a-time'](blanks),
  limits: { ...mostOfTerms, rowsPerAnswer: 25 },
})

/** The embedded default without its city, its clock going on from an instant, in this process; the partner door in one of its own. */
export const startInquiryCity = async (
  startsAt: string = new Date(Date.now() - 1000).toISOString(),
): Promise<InquiryCity> => {
  const home = mkdtempSync(join(tmpdir(), 'pars-bench-'))
  const port = await findFreePort()
  const settings = readSettings({ PARS_HOME: home, PORT: String(port) })
  const city = await startEmbeddedCity(settings, noLines)
  const admin = await connectAdmin(city.postgres.connection)
  await runFrom(admin, startsAt)
  const keyFile = join(settings.keys, partnerDoorKeyFile)
  const place: Place = {
    admin,
    address: city.postgres.connection,
    partnerDoorKey: readSecret(keyFile),
    baseUrl: city.baseUrl,
  }
  const { partnerLines } = city
  if (!partnerLines) throw new Error('a server without a partner door')
  return {
    baseUrl: city.baseUrl,
    place,
    admin,
    async openDoor(program) {
      const door = await startPartnerDoorProcess(partnerLines, keyFile, program)
      // The server looks for new partners once a second.
      while ((await door.list()).partners.length === 0) await sleep(50)
      return door
    },
    async partner(dates, terms = onePerson) {
      const partner = await madeUpPartner(place, terms, dates)
      await liftQuotas(admin)
      return partner
    },
    async stop() {
      await admin.end()
      await city.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const untilEnd = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`the load ended with code ${code}`))))
  })

/** Asks by a process of its own, as a partner's system would. Throws when anything was not an answer. */
export const askFor = async (load: AskingLoad): Promise<AskingResult> => {
  const program = join(import.meta.dirname, 'ask-signed.ts')
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = untilEnd(child)
  child.stdin.end(JSON.stringify(load))
  const [said] = await Promise.all([text(child.stdout), ended])
  const result = JSON.parse(said) as AskingResult
  if (result.wrong > 0) throw new Error(`${result.wrong} of ${result.count} were no answers`)
  return result
}

export const loadOf = (city: InquiryCity, partner: MadeUpPartner, change: Partial<AskingLoad>): AskingLoad => ({
  baseUrl: city.baseUrl,
  keyId: partner.keyId,
  privateKey: partner.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  agreement: partner.agreement,
  officer: partner.officer,
  records: 1,
  inFlight: 64,
  seconds: 10,
  most: 30_000,
  ...change,
})
