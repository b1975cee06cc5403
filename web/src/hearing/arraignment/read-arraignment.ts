import type { ArrestRecord } from '@pars/contract'
import {
  type ChecklistItem,
  checklistItems,
  type ItemStanding,
  type NextListing,
  type PreliminaryArraignment,
  type ProbableCause,
  requiredItems,
  standingOfItems,
} from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { readCityInstant } from '../../form/city-instant.ts'
import { hearingWords } from '../../words/hearing.ts'

const { errors: words, items: itemWords } = hearingWords

export interface ArraignmentFields {
  mode: PreliminaryArraignment['mode']
  checklist: ChecklistItem[]
  /** Empty while undecided. */
  probableCause: ProbableCause | ''
  interpreterLanguage: string
  interpreterPresent: boolean
  prosecutorName: string
  defenseName: string
  nextHearing: NextListing['hearing']
  nextOn: string
  nextTime: string
  nextRoom: string
}

type Report = Pick<ArrestRecord['report'], 'basis' | 'directFile'> & {
  person: { interpreterLanguage: string | null }
}

/** A warrant was probable cause already; everything else starts undecided. */
export const blankArraignment = (
  { basis, person }: Report,
  nextHearing: NextListing['hearing'],
): ArraignmentFields => ({
  mode: 'video',
  checklist: [],
  probableCause: basis === 'warrant' ? 'warrant' : '',
  interpreterLanguage: person.interpreterLanguage ?? '',
  interpreterPresent: false,
  prosecutorName: '',
  defenseName: '',
  nextHearing,
  nextOn: '',
  nextTime: '09:00',
  nextRoom: '',
})

const itemFacts = ({ basis, directFile }: Report, fields: ArraignmentFields) => ({
  basis,
  directFile: directFile !== null,
  counselPresent: fields.defenseName.trim() !== '',
  probableCause: fields.probableCause || ('found' as const),
})

export interface Item {
  item: ChecklistItem
  standing: ItemStanding
  ticked: boolean
}

/** The items that apply to this case, in the order they are done. */
export const itemsOf = (report: Report, fields: ArraignmentFields): Item[] => {
  const standing = standingOfItems(itemFacts(report, fields))
  return checklistItems
    .filter(item => standing[item] !== 'not-applicable')
    .map(item => ({ item, standing: standing[item], ticked: fields.checklist.includes(item) }))
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

const readNext = (fields: ArraignmentFields): { next?: NextListing; errors: FieldError[] } => {
  const errors: FieldError[] = []
  const read = readCityInstant(fields.nextOn, fields.nextTime)
  if (read.kind === 'not-a-date') errors.push({ pointer: '/nextListing/at', message: words.date })
  if (readCityInstant('2026-01-15', fields.nextTime.replace(/\s*e[ds]t\s*$/i, '')).kind === 'not-a-time')
    errors.push({ pointer: '/nextListing/time', message: words.time })
  else if (read.kind === 'skipped' || read.kind === 'twice' || read.kind === 'other-zone')
    errors.push({ pointer: '/nextListing/time', message: words.clock[read.kind] })
  if (fields.nextRoom === '') errors.push({ pointer: '/nextListing/room', message: words.room })
  if (errors.length > 0 || read.kind !== 'instant') return { errors }
  return { next: { hearing: fields.nextHearing, at: read.instant, room: fields.nextRoom }, errors }
}

const missingOf = (report: Report, fields: ArraignmentFields): FieldError[] => {
  const missing = requiredItems(itemFacts(report, fields)).filter(item => !fields.checklist.includes(item))
  return missing.length === 0
    ? []
    : [{ pointer: '/checklist', message: words.checklist(missing.map(item => itemWords[item])) }]
}

export type Held = Omit<PreliminaryArraignment, 'heldAt'>

/** The arraignment that the fields say, or everything that is still missing. */
export const readArraignment = (report: Report, fields: ArraignmentFields): { held?: Held; errors: FieldError[] } => {
  const { probableCause } = fields
  const isDischarge = probableCause === 'not-found'
  const { next, errors: nextErrors } = isDischarge ? { next: null, errors: [] } : readNext(fields)
  const errors = [
    ...missingOf(report, fields),
    ...(probableCause === '' ? [{ pointer: '/probableCause', message: words.cause }] : []),
    ...nextErrors,
  ]
  if (errors.length > 0 || probableCause === '' || next === undefined) return { errors }
  const language = orNull(fields.interpreterLanguage)
  const held: Held = {
    mode: fields.mode,
    checklist: itemsOf(report, fields).flatMap(({ item, ticked }) => (ticked ? [item] : [])),
    probableCause,
    interpreter: language === null ? null : { language, present: fields.interpreterPresent },
    prosecutorName: orNull(fields.prosecutorName),
    defenseName: orNull(fields.defenseName),
    nextListing: next,
  }
  return { held, errors }
}
