import { readFile } from 'node:fs/promises'
import { type DatabaseAddress, doorConfig } from '@pars/database'
import { seats } from '@pars/domain'
import { formatVkey, type Policy, parsePolicy } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import pg from 'pg'
import { listRows } from '../db/direct.ts'
import { type CountedCosigner, selectCounted } from '../journal/cosigning/cosigning.sql.ts'

const readPolicy = async (file: string): Promise<Policy | string> => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined)
    return `There is no policy file at ${file}: nobody confirms the log. Write one with a line for each seat's cosigner, and set PARS_POLICY; see docs/operations/README.md.`
  const policy = parsePolicy(sha256, text)
  return policy.ok ? policy.value : `The policy file ${file} cannot be read (${policy.fault}): correct it.`
}

const doesAnswer = async (url: string): Promise<boolean> =>
  (await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)) !== undefined

const selectAppointed = async (address: DatabaseAddress, doorKey: Uint8Array): Promise<CountedCosigner[]> => {
  const pool = new pg.Pool({ ...doorConfig(address, doorKey, 'pars_keeper'), max: 1 })
  try {
    return await listRows<CountedCosigner & { [column: string]: unknown }>(pool, selectCounted)
  } finally {
    await pool.end()
  }
}

/** What is missing until each seat's cosigner confirms the log, one sentence each. */
export const findMissingCosigners = async (
  file: string | undefined,
  database: { address: DatabaseAddress; doorKey: Uint8Array } | undefined,
): Promise<string[]> => {
  if (file === undefined) return ['PARS_POLICY is not set: nobody confirms the log.']
  const policy = await readPolicy(file)
  if (typeof policy === 'string') return [policy]
  const appointed = database
    ? await selectAppointed(database.address, database.doorKey).catch(() => undefined)
    : undefined
  const missing: string[] = []
  for (const seat of seats) {
    const named = policy.cosigners.find(({ name }) => name === seat)
    if (!named?.url)
      missing.push(`The policy file names no cosigner "${seat}" with its address: add the line that it prints.`)
    else if (!(await doesAnswer(named.url)))
      missing.push(`The ${seat} cosigner does not answer at ${named.url}: start it there.`)
    if (named && appointed && !appointed.some(one => one.vkey === formatVkey(named.key)))
      missing.push(
        `The ${seat} seat has not appointed the cosigner of the policy file: "pars appoint-cosigner ${seat} …".`,
      )
  }
  return missing
}
