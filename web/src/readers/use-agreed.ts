import { listAgreements, viewVersion } from '@pars/contract'
import { throughWords } from '@pars/domain'
import { useQueries } from '@tanstack/react-query'
import { readTerms } from '../agreements/terms/read-terms.ts'
import { callOnce, useCall } from '../api.ts'
import type { Agreed } from './eyes.ts'

/** The terms of every agreement in force, or suspended for the moment; undefined until all of them are there. */
export const useAgreed = (): { agreed: Agreed[] | undefined; problem: ReturnType<typeof useCall>['problem'] } => {
  const { data, problem } = useCall(listAgreements, { every: 10_000 })
  const inForce = (data?.agreements ?? []).filter(
    ({ standing, version }) => (standing === 'in-force' || standing === 'suspended') && version !== null,
  )
  const versions = useQueries({
    queries: inForce.map(({ agreementId, version }) => {
      const params = { agreementId, version: version ?? 0 }
      return { queryKey: [viewVersion.name, params, {}], queryFn: () => callOnce(viewVersion, { params }) }
    }),
  })
  if (!data || versions.some(each => !each.data)) return { agreed: undefined, problem }
  const agreed = inForce.flatMap((agreement, index) => {
    const version = versions[index]?.data
    const terms = version && readTerms(version)
    return terms ? [{ agreement, terms, through: agreement.endsAt ? throughWords(agreement.endsAt) : '' }] : []
  })
  return { agreed, problem }
}
