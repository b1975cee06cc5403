import type { NewAccount } from '@pars/database'
import { localIssuer } from '../provider/local-issuer.ts'
import { chairs, cityDriver, managers, others } from './chairs.ts'

/** Everybody who can sign in at the local provider of the embedded default. */
export const demoAccounts: readonly NewAccount[] = [...managers, ...chairs, ...others, cityDriver].map(account => ({
  ...account,
  issuer: localIssuer,
}))
