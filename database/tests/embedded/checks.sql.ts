/** The promises of the server's settings, by the name PostgreSQL gives them. */
export const settingsSql = `
  SELECT name, setting FROM pg_catalog.pg_settings
  WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'TimeZone',
    'log_statement', 'log_parameter_max_length', 'log_min_error_statement', 'max_connections', 'password_encryption',
    'server_encoding')`

export const localeSql = `
  SELECT datlocprovider, datlocale, datcollate FROM pg_catalog.pg_database WHERE datname = current_database()`

/** Upper case, order and word letters outside ASCII. */
export const lettersSql = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  SELECT upper('łódź') AS upper, 'Z' < 'a' AS by_code_point, show_trgm('Łódź') AS trigrams`

export const createTableSql = 'CREATE TABLE mark (mark_id int PRIMARY KEY, said text)'
export const insertSql = 'INSERT INTO mark VALUES ($1, $2)'
export const countSql = 'SELECT count(*)::int AS marks FROM mark'
export const badNumberSql = 'SELECT $1::text::int'
export const busySql = 'SELECT sum(a.x) FROM generate_series(1, 100000) a(x), generate_series(1, 1000000) b(y)'
export const sleepSql = 'SELECT pg_sleep(60)'
export const userSql = 'SELECT current_user'

export const deleteSql = 'DELETE FROM mark'
export const nextFileSql = 'SELECT pg_switch_wal()'
export const checkpointSql = 'CHECKPOINT'
export const fileMinutesSql = 'SHOW archive_timeout'
