import { createHash } from 'node:crypto'

/**
 * The id of a duty follows from what makes it one, its agreement, version, code and last day: the entry that says it was met or missed
 * names these, and the audit finds the row again.
 */
export const dutyIdOf = (agreementId: string | null, version: unknown, code: unknown, dueOn: unknown): string => {
  const hash = createHash('sha256').update(`duty ${agreementId} ${String(version)} ${String(code)} ${String(dueOn)}`)
  return hash
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
