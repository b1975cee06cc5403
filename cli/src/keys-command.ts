import { createKeys, missingKeys, readSettings } from '@pars/server'
import type { Command } from './command.ts'

export const keysCommand: Command = {
  summary: 'make the key files that this installation lacks',
  usage: `Usage: pars keys

Makes the key files that are missing in PARS_KEYS (default: keys in PARS_HOME), readable by their owner only.
It never replaces one: a new ssn.key would lose every SSN. Back the folder up apart from the database.`,
  async run() {
    const { keys } = readSettings({ ...process.env, DATABASE_URL: undefined, OIDC_ISSUER: undefined })
    const missing = missingKeys(keys)
    createKeys(keys)
    console.log(missing.length > 0 ? `Made in ${keys}: ${missing.join(', ')}` : `Nothing is missing in ${keys}.`)
    return 0
  },
}
