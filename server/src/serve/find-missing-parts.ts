import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkSchema, doorConfig } from '@pars/database'
import { missingKeys, readKeys } from '../keys.ts'
import { addressOf } from './database-address.ts'
import { findMissingCosigners } from './find-missing-cosigners.ts'
import { readSettings, type Settings, SettingsProblem } from './settings.ts'

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const checkDatabase = async (settings: Settings, databaseUrl: string): Promise<string[]> => {
  if (missingKeys(settings.keys).includes('door.key')) return ['The database was not tried: its doors need door.key.']
  try {
    const state = await checkSchema(doorConfig(addressOf(databaseUrl), readKeys(settings.keys).door, 'pars_keeper'))
    return state.kind === 'up-to-date' ? [] : [state.sentence]
  } catch (error) {
    return [`The database does not let us in (${sentenceOf(error)}): run "npx pars migrate" once as its administrator.`]
  }
}

const checkIssuer = async (issuer: string): Promise<string[]> => {
  const address = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) })
    const found = (await answer.json()) as { issuer?: unknown }
    return found.issuer === issuer ? [] : [`${address} names another issuer than OIDC_ISSUER: correct OIDC_ISSUER.`]
  } catch (error) {
    return [`The identity provider does not answer at ${address} (${sentenceOf(error)}).`]
  }
}

const checkAddress = ({ publicUrl }: Settings): string[] => {
  if (publicUrl === undefined) return ['PUBLIC_URL is not set: set it to what people type, https://pars.example.gov.']
  const { protocol, hostname } = new URL(publicUrl)
  const isSafe = protocol === 'https:' || hostname === 'localhost'
  return isSafe
    ? []
    : ['PUBLIC_URL is not https: sign-ins would travel in clear. Put PARS behind a proxy with a certificate.']
}

/** What production still lacks, one sentence each; nothing when `pars serve` would start as it should. Changes nothing. */
export const findMissingParts = async (env: Readonly<Record<string, string | undefined>>): Promise<string[]> => {
  let settings: Settings
  try {
    settings = readSettings(env)
  } catch (error) {
    if (error instanceof SettingsProblem) return [error.message]
    throw error
  }
  const { production } = settings
  if (!production)
    return ['DATABASE_URL and OIDC_ISSUER are not set: PARS would start as a rehearsal with a made-up city.']
  const keys = missingKeys(settings.keys).map(
    file => `The key folder ${settings.keys} lacks ${file}: see "npx pars keys".`,
  )
  const web = existsSync(join(settings.webFolder, 'index.html'))
    ? []
    : ['The screens are not built: run "npm run build".']
  const database = await checkDatabase(settings, production.databaseUrl)
  const doors =
    database.length === 0
      ? { address: addressOf(production.databaseUrl), doorKey: readKeys(settings.keys).door }
      : undefined
  return [
    ...keys,
    ...database,
    ...(await findMissingCosigners(settings.policyFile, doors)),
    ...(await checkIssuer(production.issuer)),
    ...checkAddress(settings),
    ...web,
  ]
}
