import type { Statement } from '../db/statement.ts'

// As the login role of an agreement's questions: `door` is its name, and the name of the schema that they lie in.

const schemaOf = (door: string): string => {
  if (!/^agr_[0-9a-f]{12}$/.test(door)) throw new Error('not the door of an agreement')
  return door
}

const questionFunctions = {
  'by-identifier': 'by_identifier($1::text, $2::text, $3::jsonb)',
  'by-name-and-birth-date': 'by_name_and_birth_date($1::text, $2::text, $3::date, $4::jsonb)',
  'by-incident': 'by_incident($1::text, $2::jsonb)',
  'by-attribute': 'by_attribute($1::text, $2::text, $3::timestamptz, $4::jsonb)',
  recent: 'recent($1::integer, $2::jsonb)',
  feed: 'feed($1::text, $2::jsonb)',
} as const
export type QuestionName = keyof typeof questionFunctions

/** Puts a question: it commits by itself, and gives a token and nothing else. */
export const callQuestion = (
  door: string,
  question: QuestionName,
  args: readonly unknown[],
  request: string,
): Statement => ({
  name: `ask-${question}`,
  text: `select ${schemaOf(door)}.${questionFunctions[question]} as token`,
  values: [...args, request],
})

/** Puts on record that a question came which the terms do not hold, or that something came after the end. */
export const callUngranted = (
  door: string,
  question: string,
  filters: readonly string[],
  predicate: string,
  request: string,
): Statement => ({
  name: 'ask-ungranted',
  text: `select ${schemaOf(door)}.ask_ungranted($1::text, $2::text[], $3::jsonb, $4::jsonb) as token`,
  values: [question, filters, predicate, request],
})

export interface CollectedRow {
  answer: string | null
  at: string | null
  ended: string | null
}
/** In a transaction after the one that asked. `at` is the stamp by which lateness is judged. */
export const callCollect = (token: string): Statement => ({
  name: 'collect',
  text: 'select answer, at, ended from inquiry.collect($1)',
  values: [token],
})
