import type { NewAccount } from '@pars/database'
import { chairs, cityDriver, managers, others } from './chairs.ts'
import { localIssuer } from './local-issuer.ts'

/** Everybody who can sign in at the local provider of the embedded default. */
export const demoAccounts: readonly NewAccount[] = [...managers, ...chairs, ...others, cityDriver].map(account => ({
  ...account,
  issuer: localIssuer,
}))
