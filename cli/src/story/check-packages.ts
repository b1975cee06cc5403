import type { BothPackages } from '@pars/city/scenarios'
import { answersOf, checkPackage, type PackageReport, utf8 } from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/node'
import type { Line } from './count-story.ts'

/** Checks a package as `pars verify` does. */
export const checkStoryPackage = (bytes: Uint8Array): Promise<PackageReport> =>
  checkPackage(bytes, { sha256, checks: { ed25519: verifyEd25519, es256: verifyEs256 } })

/** What both sides took away, and whether it is the same and holds. */
export const packageLinesOf = async (packages: BothPackages | undefined): Promise<Line[]> => {
  if (!packages) return [{ say: 'no agreement of which a package could be exported', holds: false }]
  const { agreement, from, through, byCustodian, byPartner } = packages
  const report = await checkStoryPackage(utf8(byCustodian))
  const { answered, refused, letters, missed } = answersOf(report)
  return [
    {
      say: `audit package of ${agreement}, entries ${from} to ${through}: ${report.faults.length} faults; ${answered} answered, ${refused} refused, ${letters.length} letters, ${missed.length} duties missed`,
      holds: report.ok && answered + refused > 0,
    },
    { say: 'the same bytes for the custodians and for the partner', holds: byCustodian === byPartner },
  ]
}
