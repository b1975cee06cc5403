import { ProblemError } from '@pars/contract'

/** The problem that a call was answered with; throws where it was answered otherwise. */
export const refusalOf = async (asked: Promise<unknown>): Promise<ProblemError['problem']> => {
  const error = await asked.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  if (error instanceof ProblemError) return error.problem
  throw new Error(`no problem but ${String(error)}`)
}
