import { hashText, type Sha256 } from '../hash.ts'
import type { Terms } from '../terms.ts'
import { identifier } from './quote.ts'

/** The two roles of an agreement version. The schema of its questions is named as its door. */
export interface AgreementNames {
  /** Who asks: the login role, with EXECUTE on the questions granted and nothing else. */
  door: string
  /** Who reads: nobody can log in as it; it owns the view and the questions. */
  definer: string
  /** What both names end in, for the names of policies. */
  suffix: string
}

export const namesOf = (suffix: string): AgreementNames => {
  if (!/^[0-9a-f]{12}$/.test(suffix)) throw new RangeError('names of an agreement end in 12 hexadecimal digits')
  return { door: identifier(`agr_${suffix}`), definer: identifier(`def_${suffix}`), suffix }
}

/** Opaque, so that a list of roles tells no partner who the others are; from code and version, so that anybody can compute it. */
export const agreementNames = (terms: Pick<Terms, 'agreement' | 'version'>, sha256: Sha256): AgreementNames =>
  namesOf(hashText(sha256, `door/${terms.agreement}/${terms.version}`).slice(0, 12))
