import {
  completenessReasons,
  dateReasons,
  hostileReasons,
  referenceReasons,
  shapeReasons,
  under18Reasons,
} from '@pars/domain'

/** Why even an unfinished report can't be kept: no field may hold what nobody could read back. */
export const draftRefusals: readonly string[] = [
  'intake-number-taken',
  'erased-by-order',
  'list-too-long',
  'text-empty',
  'text-markup',
  'text-without-letter',
  ...hostileReasons,
  ...shapeReasons,
  ...dateReasons,
]

/** Why a report can't go to charging. */
export const reportRefusals: readonly string[] = [
  ...new Set([...draftRefusals, ...completenessReasons, ...referenceReasons, ...under18Reasons]),
]
