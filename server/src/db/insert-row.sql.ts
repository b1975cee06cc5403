import type { Statement } from './statement.ts'

/**
 * Inserts a row given by the names of its columns; what is not named is null. Bytes go as `\x` and hexadecimal digits. The table is a
 * constant of the caller's.
 */
export const insertRow = (table: `${string}.${string}`, row: object): Statement => ({
  name: `insert-row-${table}`,
  text: `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
  values: [JSON.stringify(row)],
})

/** Bytes as `insertRow` takes them. */
export const bytesText = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`
