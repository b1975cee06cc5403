import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  buildWeb,
  checkPort,
  findMissingParts,
  findServer,
  type PartnerLines,
  partnerDoorKeyFile,
  readSettings,
  type Settings,
  startEmbeddedCity,
  startProductionServer,
} from '@pars/server'
import { backupKeysFolder } from './backup/backup-keys.ts'
import { keepBackupKeys } from './backup/keep-backup-keys.ts'
import { startCityProcess } from './city-process.ts'
import { type Command, CommandProblem } from './command.ts'
import { startCosignerProcesses } from './cosigner-processes.ts'
import { openDemoTokens } from './demo-tokens.ts'
import { type PartnerProcess, startPartnerProcess } from './partner-process.ts'
import { findCityLife, welcome } from './welcome.ts'

interface Running {
  readonly baseUrl: string
  stop(): Promise<void>
}

const log = (line: string): void => console.log(`[pars] ${line}`)

const openPartnerDoor = (settings: Settings, lines: PartnerLines | undefined): PartnerProcess | undefined =>
  lines && startPartnerProcess({ lines, keyFile: join(settings.keys, partnerDoorKeyFile), log })

const startRehearsal = async (settings: Settings, withCity: boolean): Promise<Running> => {
  const building = buildWeb(settings.webFolder).catch((error: Error) => error)
  const city = await startEmbeddedCity(settings, log)
  const built = await building
  if (built instanceof Error) log(`${built.message}\nOnly the API works: ${city.baseUrl}/api/openapi.json`)
  else console.log(welcome(city.baseUrl, settings.home, await findCityLife(city.baseUrl, withCity)))
  const partnerDoor = openPartnerDoor(settings, city.partnerLines)
  const tokens = await openDemoTokens(city.postgres.connection, settings.keys)
  const cosigners = startCosignerProcesses({ ...settings, baseUrl: city.baseUrl, tokenOf: tokens.tokenOf, log })
  const driver = withCity ? startCityProcess(city.baseUrl, tokens.all, log) : undefined
  return {
    baseUrl: city.baseUrl,
    async stop() {
      await driver?.stop()
      await cosigners?.stop()
      await partnerDoor?.stop()
      await tokens.close()
      await city.stop()
    },
  }
}

const startRecord = async (settings: Settings): Promise<Running> => {
  if (!settings.production) throw new Error('no production settings')
  const server = await startProductionServer(settings, settings.production, log)
  const partnerDoor = openPartnerDoor(settings, server.partnerLines)
  log(`ready: ${server.baseUrl}`)
  return {
    baseUrl: server.baseUrl,
    async stop() {
      await partnerDoor?.stop()
      await server.stop()
    },
  }
}

/** npm passes no SIGTERM on: who stops `npm start` by its process would leave the server behind. */
const whenParentIsGone = (act: () => void): void => {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 300)
  watch.unref()
}

/** Resolves at Ctrl-C or SIGTERM; a second Ctrl-C ends the process at once. */
const untilAsked = (): Promise<void> =>
  new Promise(resolve => {
    let asked = false
    const ask = (signal: NodeJS.Signals): void => {
      if (asked && signal === 'SIGINT') process.exit(130)
      asked = true
      resolve()
    }
    process.on('SIGINT', ask)
    process.on('SIGTERM', ask)
    process.on('SIGHUP', ask)
    whenParentIsGone(() => ask('SIGTERM'))
  })

const check = async (): Promise<number> => {
  const missing = await findMissingParts(process.env)
  for (const sentence of missing) console.log(`- ${sentence}`)
  console.log(
    missing.length === 0 ? 'Nothing is missing: "pars serve" starts production.' : `${missing.length} missing.`,
  )
  return missing.length === 0 ? 0 : 1
}

/** Who starts PARS a second time wants the first one, not another port. */
const checkFree = async (settings: Settings): Promise<void> => {
  const taken = await checkPort(settings.host, settings.port).catch((problem: Error) => problem)
  if (!taken) return
  const running = settings.production ? undefined : await findServer(settings.home)
  if (running === undefined) throw taken
  throw new CommandProblem(
    `PARS already runs on ${settings.home}: open ${running}, or stop it with Ctrl-C where it was started.`,
  )
}

export const serveCommand: Command = {
  summary: 'start PARS: a made-up city, or production with DATABASE_URL and OIDC_ISSUER',
  usage: `Usage: pars serve [--check] [--no-city]

Without settings: the embedded default, a rehearsal in PARS_HOME (.pars) with its own PostgreSQL, identity provider and
made-up city, at http://localhost:7277 (PORT). With DATABASE_URL, OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET:
production, without any of these. Also read: PARS_KEYS, PARS_BACKUP_KEYS, PARS_POLICY (whose cosigners confirm the log), PUBLIC_URL, HOST, OIDC_MFA_CLAIM, and PARTNER_OIDC_ISSUER, _CLIENT_ID and
_CLIENT_SECRET where partners' officers sign in elsewhere.
  --check     print what production still lacks and change nothing; exit code 1 when something is missing
  --no-city   leave the made-up city empty`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { check: { type: 'boolean', default: false }, 'no-city': { type: 'boolean', default: false } },
    })
    if (values.check) return check()
    const settings = readSettings(process.env)
    await checkFree(settings)
    const asked = untilAsked()
    const running = await (settings.production ? startRecord(settings) : startRehearsal(settings, !values['no-city']))
    const backupKeys = keepBackupKeys(backupKeysFolder(process.env), log)
    await asked
    log('stopping')
    backupKeys.stop()
    await running.stop()
    log('stopped')
    return 0
  },
}
