import type { AnswerOf, viewVersion } from '@pars/contract'
import { parseTermsText, type Sentence, type Standing, type Terms } from '@pars/terms'

export type VersionView = AnswerOf<typeof viewVersion>

/** The terms of a version from the very text whose hash ballots sign; undefined where this browser can't read them. */
export const readTerms = ({ termsText }: Pick<VersionView, 'termsText'>): Terms | undefined => {
  const parsed = parseTermsText(termsText)
  return parsed.kind === 'parsed' ? parsed.terms : undefined
}

/** How many sentences of a summary are about rare grants: all before the one that says what is ordinary. */
export const countRare = (summary: readonly Sentence[]): number =>
  Math.max(
    0,
    summary.findIndex(({ pointer }) => pointer === '/questions'),
  )

export const termGroups = ['parties', 'purposes', 'questions', 'classes', 'reach', 'duties'] as const
export type TermGroup = (typeof termGroups)[number]

const groupByTerm: Record<string, TermGroup> = {
  agreement: 'parties',
  version: 'parties',
  partner: 'parties',
  units: 'parties',
  startsOn: 'parties',
  endsOn: 'parties',
  governs: 'parties',
  purposes: 'purposes',
  questions: 'questions',
  classes: 'classes',
  population: 'reach',
  directFile: 'reach',
  limits: 'reach',
}

/** Under which heading a term is read, by the first step of its pointer. */
export const groupOfTerm = (pointer: string): TermGroup => groupByTerm[pointer.split('/')[1] ?? ''] ?? 'duties'

/** The number of a heading: screens, refusals and people who talk about an agreement name its sections by it. */
export const numberOfGroup = (group: TermGroup): number => termGroups.indexOf(group) + 1

export const countStanding = (sentences: readonly Sentence[], standing: Standing): number =>
  sentences.filter(sentence => sentence.standing === standing).length
