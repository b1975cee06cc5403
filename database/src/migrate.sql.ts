import type { Client } from 'pg'

/** One migrator at a time per database; the lock ends with the connection. */
export const lockMigration = (client: Client) => client.query(`select pg_advisory_lock(hashtext('pars.migrate'))`)

export const hasMigrationTable = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query<{ found: boolean }>(`select to_regclass('pars.migration') is not null as found`)
  return rows[0]?.found === true
}

export interface AppliedFile {
  name: string
  hash: string
}
export const listMigrations = async (client: Client): Promise<AppliedFile[]> =>
  (await client.query<AppliedFile>('select name, hash from pars.migration order by name')).rows

export const listWalls = async (client: Client): Promise<AppliedFile[]> =>
  (await client.query<AppliedFile>('select name, hash from pars.wall order by name')).rows

/** Everything is owned by pars_owner. An administrator who is no superuser must be its member first. */
export const beginAsOwner = async (client: Client) => {
  await client.query('begin')
  await client.query('set local role pars_owner')
  await client.query(`set local lock_timeout = '10s'`)
}

export const recordMigration = (client: Client, file: AppliedFile) =>
  client.query('insert into pars.migration (name, hash, applied_at) values ($1, $2, clock_timestamp())', [
    file.name,
    file.hash,
  ])

export const recordWalls = async (client: Client, files: AppliedFile[]) => {
  await client.query('delete from pars.wall')
  await client.query(
    'insert into pars.wall (name, hash, applied_at) select f.name, f.hash, clock_timestamp() from unnest($1::text[], $2::text[]) f (name, hash)',
    [files.map(file => file.name), files.map(file => file.hash)],
  )
}

/** The administrator may act as the owner: superusers always may, others by membership. */
export const letAdministratorBeOwner = `
  do $$
  begin
    if not pg_has_role(current_user, 'pars_owner', 'member') then
      execute format('grant pars_owner to %I', current_user);
    end if;
  end
  $$`

export const setPassword = (client: Client, role: string, verifier: string) =>
  client.query(`alter role ${client.escapeIdentifier(role)} password ${client.escapeLiteral(verifier)}`)

/** CONNECT is for doors; TEMP is for nobody. What is not copied when a database is cloned is said here. */
export const guardDatabase = async (client: Client, doorNames: readonly string[]) => {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  // Several statements in one query are one transaction: no door is locked out in between.
  await client.query(`
    revoke all on database ${database} from public;
    revoke all on database ${database} from ${doorNames.join(', ')};
    grant connect on database ${database} to ${doorNames.join(', ')};
    grant create, temporary on database ${database} to pars_owner;
    grant connect on database ${database} to pars_owner with grant option;
    revoke all on schema public from public`)
}

/**
 * What PostgreSQL gives everybody and a door has no use for: DO blocks, the one way to run a program of its own; large objects, the
 * one thing it could own; locks and messages that outlive its transaction. Only a superuser can take them away.
 */
export const revokeFromEverybody = `
  do $$
  declare
    spare record;
  begin
    if (select r.rolsuper from pg_catalog.pg_roles r where r.rolname = current_user) then
      revoke usage on language plpgsql from public;
      grant usage on language plpgsql to pars_owner;
      for spare in
        select p.oid::regprocedure as routine from pg_catalog.pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace and p.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_open',
          'lo_put', 'lo_unlink', 'lowrite', 'pg_advisory_lock', 'pg_advisory_lock_shared', 'pg_try_advisory_lock',
          'pg_try_advisory_lock_shared', 'pg_logical_emit_message')
      loop
        execute format('revoke execute on function %s from public', spare.routine);
        -- With it inquiry.collect has what it hands out flushed.
        if spare.routine::text like 'pg_logical_emit_message(%' then
          execute format('grant execute on function %s to pars_owner', spare.routine);
        end if;
      end loop;
    end if;
  end
  $$`

/** What the walls are now; undefined where the journal has said nothing of them yet. */
export const selectWallsHash = async (client: Client): Promise<string | undefined> => {
  const { rows } = await client.query<{ walls_hash: string }>(
    `select encode(agreement.walls_hash(), 'hex') as walls_hash
     where exists (select from journal.entry where kind in ('agreement.activated', 'walls.changed'))`,
  )
  return rows[0]?.walls_hash
}
