import type { BodyOf, openResolution } from '@pars/contract'
import { isPuttingInForce, possibleActions, type ResolutionAction } from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { readCityInstant } from '../../form/city-instant.ts'
import { openingWords } from '../../words/opening.ts'
import type { Agreement } from './duty-state.ts'

export interface Opening {
  action: ResolutionAction | ''
  version: string
  reason: string
  closesOn: string
  closesTime: string
}

/** What can be voted on about a version, as the agreement stands: a newer text comes into force, the one in force is stopped or goes on. */
export const openable = ({ standing, version, versions }: Pick<Agreement, 'standing' | 'version' | 'versions'>) => {
  const newest = Math.max(
    0,
    ...versions.filter(each => each.activatedAt !== null).map(each => each.version),
    version ?? 0,
  )
  return possibleActions[standing].map(action => ({
    action,
    versions: versions
      .map(each => each.version)
      .filter(each => (isPuttingInForce(action) ? each > newest : each === newest))
      .toSorted((a, b) => b - a),
  }))
}

/** The body of a resolution, or what is missing. */
export const readOpening = (
  agreementId: string,
  opening: Opening,
): { body?: BodyOf<typeof openResolution>; errors: FieldError[] } => {
  const { errors: words } = openingWords
  const closes = readCityInstant(opening.closesOn, opening.closesTime)
  const errors: FieldError[] = [
    ...(opening.action === '' ? [{ pointer: '/action', message: words.action }] : []),
    ...(opening.version === '' ? [{ pointer: '/version', message: words.version }] : []),
    ...(opening.reason.trim() === '' ? [{ pointer: '/reason', message: words.reason }] : []),
    ...(closes.kind === 'instant' ? [] : [{ pointer: '/closesAt', message: words.closesAt }]),
  ]
  if (errors.length > 0 || opening.action === '' || closes.kind !== 'instant') return { errors }
  return {
    errors,
    body: {
      agreementId,
      version: Number(opening.version),
      action: opening.action,
      reason: opening.reason.trim(),
      closesAt: closes.instant,
    },
  }
}
