export { checkSchema, SchemaProblem, type SchemaState } from './check-schema.ts'
export { type CreateDatabaseOptions, type CreatedDatabase, type Creation, createDatabase } from './create-database.ts'
export { doorPassword, doorVerifier } from './door-password.ts'
export { type DatabaseAddress, type Door, doorConfig, doors } from './doors.ts'
export type { EmbeddedConnection } from './embedded/embedded-connection.ts'
export { EmbeddedPostgresError, type EmbeddedPostgresFault } from './embedded/embedded-postgres-error.ts'
export { findEmbeddedPostgres } from './embedded/find-embedded-postgres.ts'
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.ts'
export { type Migrated, migrate } from './migrate.ts'
export { hasManager, insertAccounts, type NewAccount } from './seed/insert-accounts.ts'
