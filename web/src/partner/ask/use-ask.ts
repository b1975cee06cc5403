import type { InquiryAnswer, Problem } from '@pars/contract'
import { useMutation } from '@tanstack/react-query'
import { callOnce, problemFrom } from '../../api.ts'
import { noteAnswer } from '../end/ended.ts'
import { useEndOf } from '../end/use-end.ts'
import { newNonce } from '../nonce.ts'
import { endpointOf, type QuestionName } from './read-inquiry.ts'

export interface Asked {
  question: QuestionName
  body: Record<string, unknown>
}

export interface Asking {
  ask: (asked: Asked) => void
  isRunning: boolean
  answer: InquiryAnswer | undefined
  /** What was asked last, to be asked on from where it stands. */
  asked: Asked | undefined
  /** The agreement's "no", with the term that refused. */
  refusal: (Problem & { term: string }) | undefined
  /** Something broke, or was typed in a way that no question takes. */
  fault: Problem | undefined
  forget: () => void
}

const hasTerm = (problem: Problem | undefined): problem is Problem & { term: string } =>
  problem?.status === 403 && problem.term !== undefined

/** Puts questions, each with a nonce of its own. The newest answer lives here and nowhere else; it goes when the screen goes. */
export const useAsk = (): Asking => {
  const act = useMutation({
    mutationFn: ({ question, body }: Asked): Promise<InquiryAnswer> =>
      callOnce(endpointOf[question], { body: { ...body, nonce: newNonce() } }),
    onSuccess: ({ askedAt }) => noteAnswer(askedAt),
    gcTime: 0,
  })
  const problem = problemFrom(act.error)
  useEndOf(problem)
  return {
    ask: asked => {
      if (!act.isPending) act.mutate(asked)
    },
    isRunning: act.isPending,
    answer: act.data,
    asked: act.variables,
    refusal: hasTerm(problem) ? problem : undefined,
    fault: hasTerm(problem) ? undefined : problem,
    forget: act.reset,
  }
}
