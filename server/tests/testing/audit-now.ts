import type { AuditFinding } from '@pars/domain'
import { parseVkey } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import { type AuditOptions, runAudit } from '../../src/audit/run-audit.ts'
import { logVkey } from '../../src/http/log.ts'
import type { Runtime } from '../../src/runtime.ts'

/** What an audit finds at this moment. */
export const auditNow = async (
  runtime: Pick<Runtime, 'doors' | 'keys' | 'city'>,
  options: Partial<AuditOptions> = {},
): Promise<readonly AuditFinding[]> => {
  const key = parseVkey(sha256, logVkey(runtime.keys, runtime.city.origin))
  if (!key.ok) throw new Error(key.fault)
  return (await runAudit(runtime.doors.keeper, { key: key.value, ...options })).findings.list
}
