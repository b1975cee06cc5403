/** Loads PL/pgSQL anew: after a package upgrade under a running server this is what fails first. */
export const healthSql = 'DO $$ BEGIN PERFORM 1; END $$'

export const versionSql = 'SHOW server_version'

export const findDatabaseSql = 'SELECT 1 FROM pg_catalog.pg_database WHERE datname = $1'

export const createDatabaseSql = 'CREATE DATABASE pars'
