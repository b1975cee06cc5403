import { join, resolve } from 'node:path'
import { type MfaClaim, parseMfaClaims } from '../sign-in/mfa-claim.ts'

/** What the environment of a process says about how PARS shall run. */
export interface Settings {
  readonly port: number
  readonly host: string
  readonly home: string
  readonly keys: string
  readonly webFolder: string
  /** What people type, where it is not `http://localhost:PORT`. */
  readonly publicUrl: string | undefined
  /** Whose cosignatures count and where they are asked; undefined: nobody is asked. */
  readonly policyFile: string | undefined
  /** Undefined means the embedded default: a rehearsal with a made-up city. */
  readonly production: ProductionSettings | undefined
}

export interface ProductionSettings {
  readonly databaseUrl: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly mfa: readonly MfaClaim[]
  /** Where partners' officers sign in: the same provider unless their own is named. */
  readonly partners: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
}

/** A start that cannot be, with one sentence that says what to do. */
export class SettingsProblem extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'SettingsProblem'
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const projectFolder = resolve(import.meta.dirname, '../../..')

const readPort = (text: string | undefined): number => {
  const port = Number(text ?? '7277')
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new SettingsProblem(`PORT must be a number from 0 to 65535, not "${text}": correct it and start again.`)
}

const readMfaClaims = (text: string): MfaClaim[] => {
  const claims = parseMfaClaims(text)
  if (claims) return claims
  throw new SettingsProblem(`OIDC_MFA_CLAIM must read like "amr:mfa", not "${text}": correct it and start again.`)
}

type Client = ProductionSettings['partners']

const readPartners = (env: Environment, staff: Client): Client => {
  const {
    PARTNER_OIDC_ISSUER: issuer,
    PARTNER_OIDC_CLIENT_ID: clientId,
    PARTNER_OIDC_CLIENT_SECRET: clientSecret,
  } = env
  if (!issuer && !clientId && !clientSecret) return staff
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret }
  throw new SettingsProblem(
    'Partners sign in elsewhere only with PARTNER_OIDC_ISSUER, PARTNER_OIDC_CLIENT_ID and PARTNER_OIDC_CLIENT_SECRET: set all three, or none.',
  )
}

const readProduction = (env: Environment): ProductionSettings | undefined => {
  const { DATABASE_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env
  if (!DATABASE_URL && !OIDC_ISSUER) return undefined
  const missing = Object.entries({ DATABASE_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET })
    .filter(([, value]) => !value)
    .map(([name]) => name)
  if (!DATABASE_URL || !OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET)
    throw new SettingsProblem(
      `Production needs ${missing.join(' and ')} too: set ${missing.length > 1 ? 'them' : 'it'}, or unset DATABASE_URL and OIDC_ISSUER for a rehearsal with a made-up city.`,
    )
  return {
    databaseUrl: DATABASE_URL,
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    mfa: readMfaClaims(env['OIDC_MFA_CLAIM'] ?? 'amr:mfa'),
    partners: readPartners(env, { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }),
  }
}

/** Where a home's keys lie. */
export const keysFolder = (env: Environment): string => {
  const home = resolve(env['PARS_HOME'] ?? '.pars')
  return resolve(env['PARS_KEYS'] ?? join(home, 'keys'))
}

/** Where the partner door of a home listens. */
export const partnerSocket = (home: string): string => join(home, 'partner-door.sock')

/** Where a home keeps what was ended for good, outside the database. */
export const endingsFolder = (home: string): string => join(home, 'endings')
/** Where a home's log keeps what must not lie in the database. */
export const logPlaces = ({
  home,
  policyFile,
}: Settings): { signedFolder: string; policyFile: string | undefined } => ({
  signedFolder: join(home, 'journal'),
  policyFile,
})

/** Reads the settings of a process. Throws SettingsProblem. */
export const readSettings = (env: Environment): Settings => ({
  port: readPort(env['PORT']),
  host: env['HOST'] ?? 'localhost',
  home: resolve(env['PARS_HOME'] ?? '.pars'),
  keys: keysFolder(env),
  policyFile: resolve(env['PARS_POLICY'] ?? join(env['PARS_HOME'] ?? '.pars', 'cosigners', 'policy')),
  webFolder: join(projectFolder, 'web', 'dist'),
  publicUrl: env['PUBLIC_URL']?.replace(/\/+$/, ''),
  production: readProduction(env),
})
