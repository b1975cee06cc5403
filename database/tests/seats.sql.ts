export const decideAgain = `update prosecutor.charge set grade = 'M3' where arrest_id = $1`

/** Every way in which somebody who may read an arrest might try to write it. */
export const correctArrest = [
  `update police.arrest set place = 'elsewhere' where arrest_id = $1`,
  'update police.arrest set arrest_id = arrest_id where arrest_id = $1',
  'delete from police.arrest where arrest_id = $1',
  'select 1 from police.arrest where arrest_id = $1 for update',
  'select 1 from police.arrest where arrest_id = $1 for no key update',
  `insert into police.arrest select * from police.arrest where arrest_id = $1 on conflict (arrest_id) do update set place = 'elsewhere'`,
  `merge into police.arrest a using (select $1::uuid as id) x on a.arrest_id = x.id when matched then update set place = 'elsewhere'`,
  `with changed as (update police.arrest set place = 'elsewhere' where arrest_id = $1 returning 1) select * from changed`,
  `update police.arrest_version set content = '{}' where arrest_id = $1`,
  'update police.charge set counts = 2 where arrest_id = $1',
  `update narrative.arrest_narrative set narrative = '' where arrest_id = $1`,
  `update secret.ssn set last_four = '0002' where arrest_id = $1`,
]

export const changeDocket = [
  `update court.docket set counsel = 'private' where arrest_id = $1`,
  `update court.bail_order set types = '{ror}' where docket_id in (select docket_id from court.docket where arrest_id = $1)`,
]

export const eraseActs = (table: string): string[] => [`delete from ${table}`, `truncate ${table} cascade`]

export const ssnCanary = Buffer.from('CANARY-CIPHERTEXT-OF-AN-SSN')

export const readSsn = [
  'select ciphertext from secret.ssn',
  'select * from secret.ssn',
  'select s from secret.ssn s',
  'select to_jsonb(s) from secret.ssn s',
  'select s::text from secret.ssn s',
  'select count(*) from secret.ssn where ciphertext is not null',
  'select arrest_id from secret.ssn order by ciphertext',
  'select (select ciphertext from secret.ssn limit 1)',
  'copy secret.ssn to stdout',
  'copy (select ciphertext from secret.ssn) to stdout',
  'create temporary table copied as select * from secret.ssn',
  'table secret.ssn',
  `select query_to_xml('select ciphertext from secret.ssn', false, false, '')`,
  `explain analyze select ciphertext from secret.ssn`,
]
