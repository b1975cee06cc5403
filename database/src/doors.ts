import type { ClientConfig } from 'pg'
import { doorPassword } from './door-password.ts'

/** One login role each, with one pool of its own. `reads` and `writes` are the walls' to say: see walls/. */
export const doors = [
  'pars_police',
  'pars_prosecutor',
  'pars_court',
  'pars_defense',
  'pars_signin',
  'pars_keeper',
  'pars_board',
  'pars_portal',
  'pars_sequencer',
] as const
export type Door = (typeof doors)[number]

/** Where a cluster listens and which of its databases is meant: a `ClientConfig` without who connects. */
export type DatabaseAddress = Pick<ClientConfig, 'host' | 'port' | 'database' | 'ssl'>

/** Connection of one door. Several servers that share the door key agree on every password. */
export const doorConfig = (address: DatabaseAddress, doorKey: Uint8Array, door: Door): ClientConfig => ({
  host: address.host,
  port: address.port,
  database: address.database,
  ssl: address.ssl,
  user: door,
  password: doorPassword(doorKey, door),
  application_name: door,
})
