import { exportOwnPackage, exportPackage, ProblemError, viewAgreement } from '@pars/contract'
import { eventually, type Registered, type Stage } from './stage.ts'

/** The audit package of one agreement over the whole story, as a custodian exported it and as the partner did. */
export interface BothPackages {
  readonly agreement: string
  readonly from: number
  readonly through: number
  readonly byCustodian: string
  readonly byPartner: string
}

const isNotCovered = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.reason === 'range-not-covered'

/** Undefined until a checkpoint covers the range. */
const orLater = <T>(exported: Promise<T>): Promise<T | undefined> =>
  exported.catch(error => {
    if (isNotCovered(error)) return undefined
    throw error
  })

/** Both sides take the evidence, each by its own door. Undefined where the agreement was never drafted. */
export const exportBoth = async (
  stage: Stage,
  { agreementId, client, officerId }: Registered,
  through: number,
): Promise<BothPackages | undefined> => {
  if (agreementId === undefined) return undefined
  const solicitor = await stage.as('city-solicitor')
  const { code } = await solicitor.call(viewAgreement, { params: { agreementId } })
  const range = { from: '1', through: String(through) }
  const ours = await eventually('the package of a custodian', () =>
    orLater(solicitor.call(exportPackage, { params: { agreementId }, body: range })),
  )
  const theirs = await eventually('the package of the partner', () =>
    orLater(client.call(exportOwnPackage, { body: { agreement: code, ...range, officer: officerId } })),
  )
  return {
    agreement: code,
    from: ours.from,
    through: ours.through,
    byCustodian: ours.package,
    byPartner: theirs.package,
  }
}
