import type {
  askByAttribute,
  askByIdentifier,
  askByIncident,
  askByNameAndBirthDate,
  askFeed,
  askRecent,
  BodyOf,
} from '@pars/contract'
import type { QuestionName } from './inquiry.sql.ts'

/** A question as the agreement's functions take it, and as its record says it where the terms do not hold it. */
export interface Question {
  readonly name: QuestionName
  readonly args: readonly (string | null)[]
  /** Names of what it asks by. */
  readonly filters: readonly string[]
  readonly predicate: { readonly [name: string]: unknown }
}

export const byIdentifier = ({ identifier, value }: BodyOf<typeof askByIdentifier>): Question => ({
  name: 'by-identifier',
  args: [identifier, value],
  filters: [identifier],
  predicate: { identifier, value },
})

export const byNameAndBirthDate = ({ last, first, bornOn }: BodyOf<typeof askByNameAndBirthDate>): Question => ({
  name: 'by-name-and-birth-date',
  args: [last, first, bornOn],
  filters: ['birth-date', 'name'],
  predicate: { last, first, bornOn },
})

export const byIncident = ({ incident }: BodyOf<typeof askByIncident>): Question => ({
  name: 'by-incident',
  args: [incident],
  filters: ['incident'],
  predicate: { incident },
})

export const byAttribute = ({ attribute, value, since }: BodyOf<typeof askByAttribute>): Question => ({
  name: 'by-attribute',
  args: [attribute, value, since],
  filters: [attribute, 'since'],
  predicate: { attribute, value, since },
})

export const recent = ({ hours }: BodyOf<typeof askRecent>): Question => ({
  name: 'recent',
  args: [String(hours)],
  filters: ['hours'],
  predicate: { hours },
})

export const feed = ({ cursor }: Pick<BodyOf<typeof askFeed>, 'cursor'>): Question => ({
  name: 'feed',
  args: [cursor],
  filters: ['cursor'],
  predicate: { cursor },
})
