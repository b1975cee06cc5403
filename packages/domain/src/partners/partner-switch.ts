import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type RequiredTextReason, requireProse } from '../text/check-text.ts'

/** What one switch stops on every path: a unit, an officer of it, or a key that signs for it. */
export const switchSubjects = ['unit', 'officer', 'key'] as const
export type SwitchSubject = (typeof switchSubjects)[number]

export type SwitchReason = RequiredTextReason | 'already-so'

/** Stops a unit, officer or key, or lets it go on. Each seat may: the newest word counts. */
export const acceptSwitch = (
  facts: { stopped: boolean },
  { stopped, reason }: { stopped: boolean; reason: string },
): { kind: 'accepted' } | Refused<SwitchReason> =>
  firstRefusal<SwitchReason>([
    () => requireProse(reason, { label: 'reason', at: 'reason' }),
    () =>
      facts.stopped === stopped
        ? refuse(
            'already-so',
            `This ${stopped ? 'is stopped' : 'goes on'} already; there is nothing to change.`,
            'stopped',
          )
        : undefined,
  ]) ?? { kind: 'accepted' }
