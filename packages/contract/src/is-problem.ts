import type { Problem } from './problem.ts'

/** Whether a body is a problem as `problem.ts` describes it. By hand, so that a browser needs no schema library for it. */
export const isProblem = (body: unknown): body is Problem => {
  if (typeof body !== 'object' || body === null) return false
  const { type, title, status, detail, reason } = body as Record<string, unknown>
  return [type, title, detail, reason].every(each => typeof each === 'string') && typeof status === 'number'
}
