import type { AnswerOf, viewVersion } from '@pars/contract'
import { parseTermsText, type Sentence, type Standing, type Terms } from '@pars/terms'

export type VersionView = AnswerOf<typeof viewVersion>

/** The terms of a version from the very text whose hash ballots sign; undefined where this browser can't read them. */
export const readTerms = ({ termsText }: Pick<VersionView, 'termsText'>): Terms | undefined => {
  const parsed = parseTermsText(termsText)
  return parsed.kind === 'parsed' ? parsed.terms : undefined
}

export const countStanding = (sentences: readonly Sentence[], standing: Standing): number =>
  sentences.filter(sentence => sentence.standing === standing).length
