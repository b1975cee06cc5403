import type { DatabaseAddress } from '@pars/database'
import { demoAccounts, findAccount, localIssuer, openRuntime, readKeys, startSignIn } from '@pars/server'
import { CommandProblem } from './command.ts'

export interface DemoTokens {
  /** A new bearer token of a demo account. Throws CommandProblem when there is no such account. */
  tokenOf(subject: string): Promise<string>
  /** One for each demo account, by subject. */
  all(): Promise<Record<string, string>>
  close(): Promise<void>
}

const subjects = demoAccounts.map(account => account.subject)

/** Signs demo accounts of the embedded default in by its own keys. In production there are none. */
export const openDemoTokens = async (address: DatabaseAddress, keyFolder: string): Promise<DemoTokens> => {
  const runtime = await openRuntime(address, readKeys(keyFolder), () => {})
  const tokenOf = async (subject: string): Promise<string> => {
    const account = await findAccount(runtime, localIssuer, subject)
    const token = account && (await startSignIn(runtime, account, 'bearer'))
    if (token === undefined)
      throw new CommandProblem(`There is no demo account "${subject}". There are: ${subjects.join(', ')}.`)
    return token
  }
  return {
    tokenOf,
    async all() {
      const tokens: Record<string, string> = {}
      for (const subject of subjects) tokens[subject] = await tokenOf(subject)
      return tokens
    },
    async close() {
      await Promise.all(Object.values(runtime.doors).map(pool => pool.end()))
    },
  }
}
