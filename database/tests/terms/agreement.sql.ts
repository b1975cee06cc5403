import type { Client } from 'pg'

/** Executes the SQL of an agreement as activation does: as the owner, in one transaction. */
export const executeAsOwner = async (admin: Client, sql: string): Promise<void> => {
  await admin.query('begin')
  try {
    await admin.query('set local role pars_owner')
    await admin.query(sql)
    await admin.query('commit')
  } catch (fault) {
    await admin.query('rollback')
    throw fault
  }
}

/** What activation does besides: the credential of the login role, and its way into this database. */
export const openDoor = (admin: Client, door: string, password: string) =>
  admin.query(`do $do$ begin
    execute 'alter role ${door} password ${admin.escapeLiteral(password).replaceAll("'", "''")}';
    execute format('grant connect on database %I to ${door}', current_database());
  end $do$`)

export const insertPartner = async (admin: Client, unit: string, officer: string): Promise<void> => {
  await admin.query('begin')
  // Partners are registered by a seat, with an entry; here only what questions read is needed.
  await admin.query('set local session_replication_role = replica')
  await admin.query(
    `insert into partner.unit (unit_id, partner_id, code, name, function, criminal_justice, decided_by, citation, made_by, made_at, entry_id)
     values (gen_random_uuid(), gen_random_uuid(), $1, 'Unit', 'Tests', true, 'Test', 'Test', gen_random_uuid(), now(), gen_random_uuid())
     on conflict on constraint unit_code do nothing`,
    [unit],
  )
  await admin.query(
    `insert into partner.officer (officer_id, unit_id, issuer, subject, display_name, coordinator, certified_until, made_by, made_at, entry_id)
     select $2::uuid, u.unit_id, 'https://issuer.test', $2::text, 'Test officer', false, 'infinity', gen_random_uuid(), now(), gen_random_uuid()
     from partner.unit u where u.code = $1`,
    [unit, officer],
  )
  await admin.query('commit')
}
