import { refuse } from '@pars/domain'

/** A retry of what was erased must not make it anew. */
export const erasedByOrder = refuse(
  'erased-by-order',
  'A report of this number was erased by order of the court and is not taken again.',
  'intakeNumber',
)
