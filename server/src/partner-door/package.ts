import { exportOwnPackage } from '@pars/contract'
import { formatId } from '@pars/domain'
import { findRow } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import { findPackageRange } from '../proof/package-range.ts'
import { findPackageText } from '../proof/package-text.ts'
import { sayOfRange } from '../proof/range-words.ts'
import { actingOfficer } from './acting-officer.ts'
import { findDoor } from './find-asker.ts'
import { noSuchAgreement } from './inquiries.ts'
import { callExportPackage } from './proof.sql.ts'
import { type PartnerRoute, page } from './route.ts'

/** The partner's side of the audit package: by its own role, and the same bytes. */
export const packageRoute: PartnerRoute = page(exportOwnPackage, async ({ door, asker, parsed: { body } }) => {
  const officer = await actingOfficer(door, asker, body.officer, true)
  const { agreement, from, through } = body
  if ((await findDoor(door, asker, agreement)) === undefined) throw noSuchAgreement()
  const pool = door.pools.of(asker.partner)
  const range = await findPackageRange(pool, 'partner', { from, through })
  if (typeof range === 'string') throw new HttpProblem(422, range, sayOfRange[range])
  const row = await findRow<{ id: string }>(pool, callExportPackage(agreement, [range.from, range.through], officer))
  const text = await findPackageText(pool, 'partner', { agreement, ...range })
  if (!row || text === undefined) throw new Error('a range that a checkpoint covered is covered no more')
  return { agreement, ...range, entryId: formatId('ent', row.id), package: text }
})
