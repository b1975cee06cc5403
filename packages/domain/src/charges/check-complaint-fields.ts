import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { checkNamePart, type NamePartReason, requireLine, requireProse } from '../text/check-text.ts'
import { type Instant, isInFuture } from '../time/instant.ts'
import type { ComplaintFields } from './charge.ts'

export type ComplaintFieldReason =
  | NamePartReason
  | 'facts-only-citation'
  | 'peace-and-dignity-missing'
  | 'process-contradicts-custody'
  | 'not-verified'
  | 'verified-in-future'

export interface ComplaintStanding {
  /** `arrested`: in custody, so no process is asked for. `summoned`: released under Rule 519(B), so a summons is. */
  custody: 'arrested' | 'summoned'
}

const citation =
  /\b(?:pa\.?\s*c\.?\s*s\.?|p\.\s*s\.|section|sections|subsection|title|pennsylvania|crimes|vehicle|code|sec)\b/giu

/** Rule 504(6): a summary of the facts that tells the accused what is charged; a citation of the statute alone is not enough. */
const isOnlyCitation = (facts: string): boolean => {
  const words = facts.replaceAll(citation, ' ').match(/\p{L}{2,}/gu) ?? []
  return words.length < 5
}

/** Everything that Pa.R.Crim.P. 504 wants in a complaint, beyond the charges and the person. */
export const checkComplaintFields = (
  fields: ComplaintFields,
  { custody }: ComplaintStanding,
  now: Instant,
): Refused<ComplaintFieldReason> | undefined =>
  firstRefusal<ComplaintFieldReason>([
    () => checkNamePart(fields.affiant, { label: "affiant's name", at: 'affiant' }),
    () => requireLine(fields.affiantAgency, { label: "affiant's agency", at: 'affiantAgency' }),
    () => requireLine(fields.offenseDateText, { label: 'date of the offense', at: 'offenseDateText' }),
    () => requireLine(fields.offensePlace, { label: 'place of the offense', at: 'offensePlace' }),
    () => requireProse(fields.facts, { label: 'summary of the facts', at: 'facts' }),
    () =>
      isOnlyCitation(fields.facts)
        ? refuse('facts-only-citation', 'A statute alone is no summary of facts; say what the person did.', 'facts')
        : undefined,
    () =>
      fields.peaceAndDignity
        ? undefined
        : refuse(
            'peace-and-dignity-missing',
            'The complaint must say that the acts were against the peace and dignity of the Commonwealth; add the statement.',
            'peaceAndDignity',
          ),
    () =>
      fields.processRequested === (custody === 'arrested' ? 'none-arrested' : 'summons')
        ? undefined
        : refuse(
            'process-contradicts-custody',
            custody === 'arrested'
              ? 'The person is under arrest, so the complaint asks for neither warrant nor summons.'
              : 'The person was released under Rule 519(B), so the complaint asks for a summons.',
            'processRequested',
          ),
    () =>
      fields.verifiedAt === null
        ? refuse('not-verified', 'The affiant has not verified the complaint; have it sworn or verified.', 'verifiedAt')
        : undefined,
    () =>
      fields.verifiedAt !== null && isInFuture(fields.verifiedAt, now)
        ? refuse('verified-in-future', 'The verification is dated in the future; enter when it was made.', 'verifiedAt')
        : undefined,
  ])
