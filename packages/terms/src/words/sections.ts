/** The headings under which an agreement is read. Screens, refusals and people name its sections by number. */
export const sectionNames = {
  parties: 'Parties and time',
  purposes: 'Purposes',
  questions: 'Questions',
  classes: 'What is shown',
  reach: 'Whom, and how much',
  duties: 'Duties, notice and stops',
} as const
export type Section = keyof typeof sectionNames
export const sections = Object.keys(sectionNames) as Section[]

const sectionByTerm: Record<string, Section> = {
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
export const sectionOf = (pointer: string): Section => sectionByTerm[pointer.split('/')[1] ?? ''] ?? 'duties'

/** 1 to 6. */
export const numberOfSection = (section: Section): number => sections.indexOf(section) + 1

/** How many sentences of a summary are about rare grants: all before the one that says what is ordinary. */
export const countRare = (summary: readonly { pointer: string }[]): number =>
  Math.max(
    0,
    summary.findIndex(({ pointer }) => pointer === '/questions'),
  )
