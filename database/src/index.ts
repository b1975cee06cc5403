export type { EmbeddedConnection } from './embedded/embedded-connection.ts'
export { EmbeddedPostgresError, type EmbeddedPostgresFault } from './embedded/embedded-postgres-error.ts'
export { findEmbeddedPostgres } from './embedded/find-embedded-postgres.ts'
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.ts'
