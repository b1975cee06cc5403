import { listAudits, startAudit } from '@pars/contract'
import type { Auditor } from '../audit/auditor.ts'
import { loadAudits } from '../audit/load-audits.ts'
import { readerFor } from './look-at.ts'
import { HttpProblem } from './problem.ts'
import { look, type Route } from './route.ts'

/** Audits of the whole database: what they found, and beginning one. The audit itself acts as the keeper, and says who asked. */
export const auditRoutes = (auditor: Auditor): Route[] => [
  look(listAudits, async asked => {
    await readerFor(asked, 'audit.view')
    const { progress, trouble } = auditor.state
    return { running: progress, trouble, audits: await loadAudits(asked.runtime.doors.keeper) }
  }),
  look(startAudit, async asked => {
    const { actor } = await readerFor(asked, 'audit.start')
    const isBegun = await auditor.start(
      actor ? { account: actor.accountId, name: actor.displayName, party: actor.party, role: actor.role } : null,
    )
    if (!isBegun)
      throw new HttpProblem(
        409,
        'audit-running',
        'An audit of this database runs already. Wait for its result: it will stand on this page.',
      )
    return { running: auditor.state.progress ?? { stage: 'entries', done: 0, of: 0 } }
  }),
]
