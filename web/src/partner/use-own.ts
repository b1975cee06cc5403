import { type AnswerOf, type Endpoint, viewPartnerMe } from '@pars/contract'
import { useCall } from '../api.ts'
import { useEndOf } from './end/use-end.ts'

export type Own = AnswerOf<typeof viewPartnerMe>
export type Allowance = Own['agreements'][number]

type Options<E> = Parameters<typeof useCall<E & Endpoint>>[1]

/** A page of the partner's own: a refusal that means the end makes the console go dark. */
export const useOwnCall = <E extends Endpoint>(endpoint: E, options?: Options<E>) => {
  const asked = useCall(endpoint, options)
  useEndOf(asked.problem)
  return asked
}

/** Who asks, for which unit, and what each agreement allows it; looked at again, so that a stop shows by itself. */
export const useOwn = () => {
  const { data, problem, isLoading, reload } = useOwnCall(viewPartnerMe, { every: 5_000 })
  return { own: data, problem, isLoading, reload }
}

/** The end that comes first among what is in force. */
export const nextEnd = (agreements: readonly Allowance[]): Allowance | undefined =>
  agreements
    .filter(({ standing }) => standing === 'in-force')
    .toSorted((a, b) => Date.parse(a.endsAt) - Date.parse(b.endsAt))[0]
