import { Client, type ClientConfig } from 'pg'

const inMaintenance = async (admin: ClientConfig, run: (client: Client) => Promise<unknown>): Promise<void> => {
  const client = new Client({ ...admin, database: 'postgres' })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
const backupOf = (admin: ClientConfig): string => `${admin.database}_backup`
const copy = async (client: Client, from: string, to: string): Promise<void> => {
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = any ($1)', [[from, to]])
  await client.query(`drop database if exists ${client.escapeIdentifier(to)}`)
  await client.query(`create database ${client.escapeIdentifier(to)} template ${client.escapeIdentifier(from)}`)
  // What is not copied with a database: who may connect.
  await client.query(`do $$ declare door name; begin for door in select rolname from pg_roles where rolname ~ '^(pars|ptn|agr)_' loop
    execute format('grant connect on database %I to %I', '${to}', door); end loop; end $$`)
}

/** A backup of the database, as it is at this moment. */
export const copyDatabase = (admin: ClientConfig): Promise<void> =>
  inMaintenance(admin, client => copy(client, String(admin.database), backupOf(admin)))
/** The backup in the place of the database. */
export const restoreDatabase = (admin: ClientConfig): Promise<void> =>
  inMaintenance(admin, client => copy(client, backupOf(admin), String(admin.database)))
export const dropDatabase = (admin: ClientConfig): Promise<void> =>
  inMaintenance(admin, client => client.query(`drop database if exists ${client.escapeIdentifier(backupOf(admin))}`))

/** The agreement ends, as two seats' termination leaves it. */
export const endAgreement = async (admin: ClientConfig): Promise<void> => {
  const client = new Client(admin)
  await client.connect()
  await client.query(`update inquiry.standing set ended_at = pars.instant(), ended_why = 'terminated'`)
  await client.end()
}
