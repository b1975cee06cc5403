import { type AgreementId, refuse } from '@pars/domain'
import { doorOf, type Tx } from '../db/transaction.ts'
import { actedBy, appendConduct } from '../journal/append-conduct.ts'
import { findPackageRange, type RangeAsked } from '../proof/package-range.ts'
import { sayOfRange } from '../proof/range-words.ts'
import { type VerbContext, verb } from '../verb.ts'
import { standingOf } from './agreement-standing.ts'
import { findAgreement, noSuchAgreement } from './paper-rows.ts'

/** Puts on record that a custodian exports a range. The file is made after the commit, of what the range holds and nothing later. */
export const exportPackage = verb(
  'package.export',
  async (tx: Tx, ctx: VerbContext, { agreementId, ...asked }: RangeAsked & { agreementId: AgreementId }) => {
    const agreement = await findAgreement(tx, agreementId)
    if (!agreement) return noSuchAgreement
    const range = await findPackageRange(ctx.runtime.doors[doorOf(ctx.actor.party)], 'agreement', asked)
    if (typeof range === 'string') return refuse(range, sayOfRange[range])
    const entryId = await appendConduct(tx, {
      kind: 'package.exported',
      fields: {
        agreement: agreement.code,
        agreementVersion: standingOf(agreement, ctx.now).version ?? 1,
        ...range,
      },
      slots: { officer: actedBy(ctx) },
    })
    return { agreement: agreement.code, ...range, entryId }
  },
)

/** Puts on record that what inquiries held is laid open, and on what basis. */
export const openPaths = verb(
  'path.open',
  async (
    tx: Tx,
    ctx: VerbContext,
    { agreementId, basis, ...asked }: RangeAsked & { agreementId: AgreementId; basis: string },
  ) => {
    const agreement = await findAgreement(tx, agreementId)
    if (!agreement) return noSuchAgreement
    const range = await findPackageRange(ctx.runtime.doors[doorOf(ctx.actor.party)], 'agreement', asked)
    if (typeof range === 'string') return refuse(range, sayOfRange[range])
    const about = { agreement: agreement.code, ...range }
    const entryId = await appendConduct(tx, {
      kind: 'path.opened',
      fields: { basis },
      slots: { officer: actedBy(ctx), entries: about },
    })
    return { ...about, entryId }
  },
)
