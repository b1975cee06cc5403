import type { Problem } from '@pars/contract'

/** Whether a refusal means that nothing at all can be asked any more, as opposed to this one question. */
export const isEnd = (problem: Problem | undefined): problem is Problem & { term: string } =>
  problem?.status === 403 && problem.term !== undefined && problem.term.startsWith('agreement-') && isOver(problem.term)

const goingOn = ['agreement-not-begun', 'agreement-superseded', 'agreement-unconfirmed']
const isOver = (term: string): boolean => !goingOn.includes(term)

/** Nobody is signed in any more: signed out in another tab, certificate or switch ended it, or twelve hours passed. */
export const isSignedOut = (problem: Problem | undefined): boolean => problem?.status === 401
