import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type RequiredTextReason, requireLine } from '../text/check-text.ts'

export type PartnerReason = RequiredTextReason | 'partner-exists'

/** Registers an outside agency. */
export const acceptPartner = (
  facts: { codeTaken: boolean },
  { name }: { name: string },
): { kind: 'accepted' } | Refused<PartnerReason> =>
  firstRefusal<PartnerReason>([
    () => requireLine(name, { label: 'name', at: 'name' }),
    () =>
      facts.codeTaken
        ? refuse('partner-exists', 'A partner has this code already; open that one, or choose another code.', 'code')
        : undefined,
  ]) ?? { kind: 'accepted' }

export interface UnitOffered {
  name: string
  function: string
  /** PARS infers no status: somebody decided it, on a citation. */
  criminalJustice: boolean
  decidedBy: string
  citation: string
}
export type UnitReason = RequiredTextReason | 'unit-exists'

/** Registers a unit of a partner: who decided its status, and on what citation, is part of it. */
export const acceptUnit = (
  facts: { codeTaken: boolean },
  unit: UnitOffered,
): { kind: 'accepted' } | Refused<UnitReason> =>
  firstRefusal<UnitReason>([
    () => requireLine(unit.name, { label: 'name', at: 'name' }),
    () => requireLine(unit.function, { label: 'function', at: 'function' }),
    () => requireLine(unit.decidedBy, { label: 'name of who decided it', at: 'decidedBy' }),
    () => requireLine(unit.citation, { label: 'citation', at: 'citation' }),
    () =>
      facts.codeTaken
        ? refuse('unit-exists', 'A unit has this code already, of whichever partner; choose another code.', 'code')
        : undefined,
  ]) ?? { kind: 'accepted' }
