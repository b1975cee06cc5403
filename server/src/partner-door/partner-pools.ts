import { type DatabaseAddress, doorPassword } from '@pars/database'
import pg from 'pg'
import { readTypes } from '../db/read-types.ts'

/** Roles of partners (`ptn_…`) and of agreements (`agr_…`). This process opens no other. */
export type PartnerRole = string

const isPartnerRole = (role: string): boolean => /^(ptn|agr)_[0-9a-f]{12}$/.test(role)

export interface PartnerPools {
  /** The pool of a role; its connections are made when first needed and closed when idle. Throws on any other role. */
  of(role: PartnerRole): pg.Pool
  /** Every role that this process has opened a pool for. */
  list(): PartnerRole[]
  close(): Promise<void>
}

/** Questions of an agreement go together on few connections: see ask-together.ts. One more collects for files. */
const poolSizes = { ptn: 8, agr: 4 } as const

/** One pool for each role, with the password that follows from the partner door's own key. */
export const partnerPools = (
  address: DatabaseAddress,
  key: Uint8Array,
  onFault: (error: Error) => void,
): PartnerPools => {
  const pools = new Map<PartnerRole, pg.Pool>()
  const open = (role: PartnerRole): pg.Pool => {
    if (!isPartnerRole(role)) throw new Error('this process opens doors of partners only')
    const pool = new pg.Pool({
      host: address.host,
      port: address.port,
      database: address.database,
      ssl: address.ssl,
      user: role,
      password: doorPassword(key, role),
      types: readTypes,
      max: role.startsWith('agr') ? poolSizes.agr : poolSizes.ptn,
      application_name: 'pars partner door',
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
    })
    pool.on('error', onFault)
    pool.on('connect', client => client.on('error', () => {}))
    return pool
  }
  return {
    of(role) {
      const pool = pools.get(role) ?? open(role)
      pools.set(role, pool)
      return pool
    },
    list: () => [...pools.keys()],
    async close() {
      await Promise.all([...pools.values()].map(pool => pool.end()))
    },
  }
}
