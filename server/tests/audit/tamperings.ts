import { ofAgreements } from './tamper-agreements.sql.ts'
import { ofLog } from './tamper-log.sql.ts'
import { ofEntries, ofRows } from './tamper-rows.sql.ts'
import type { Tampering } from './tampering.sql.ts'

/** Every kind, in the order of docs/tampering.md. */
export const tamperings: readonly Tampering[] = [...ofLog, ...ofEntries, ...ofRows, ...ofAgreements]
