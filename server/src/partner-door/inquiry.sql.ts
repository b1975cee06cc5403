import type { Statement } from '../db/statement.ts'

// As the login role of an agreement's questions: `door` is its name, and the name of the schema that they lie in.

const schemaOf = (door: string): string => {
  if (!/^agr_[0-9a-f]{12}$/.test(door)) throw new Error('not the door of an agreement')
  return door
}

/** How each function takes its arguments out of columns of text. */
const questionCalls = {
  'by-identifier': 'by_identifier(x.a, x.b, x.request::jsonb)',
  'by-name-and-birth-date': 'by_name_and_birth_date(x.a, x.b, x.c::date, x.request::jsonb)',
  'by-incident': 'by_incident(x.a, x.request::jsonb)',
  'by-attribute': 'by_attribute(x.a, x.b, x.c::timestamptz, x.request::jsonb)',
  recent: 'recent(x.a::integer, x.request::jsonb)',
  feed: 'feed(x.a, x.request::jsonb)',
  /** Puts on record that something was asked which the terms do not hold, or after the end. b: names of filters, c: predicate, as JSON. */
  ungranted: 'ask_ungranted(x.a, array(select jsonb_array_elements_text(x.b::jsonb)), x.c::jsonb, x.request::jsonb)',
} as const
export type CallName = keyof typeof questionCalls
export type QuestionName = Exclude<CallName, 'ungranted'>

/** One question: at most three arguments as text, and what is kept of its request. */
export interface Ask {
  readonly args: readonly (string | null)[]
  readonly request: string
}

const column = (asks: readonly Ask[], index: number): (string | null)[] => asks.map(({ args }) => args[index] ?? null)

/** Puts questions of one kind in one transaction, each as if alone: each has its own record, and gives a token and nothing else. */
export const callQuestions = (door: string, call: CallName, asks: readonly Ask[]): Statement => ({
  name: `ask-${call}`,
  text: `select ${schemaOf(door)}.${questionCalls[call]} as token
    from unnest($1::text[], $2::text[], $3::text[], $4::text[]) x (a, b, c, request)`,
  values: [column(asks, 0), column(asks, 1), column(asks, 2), asks.map(({ request }) => request)],
})

export interface CollectedRow {
  answer: string | null
  at: string | null
  ended: string | null
}
/** In a transaction after the one that asked; a row for each token, in their order. `at` is the stamp by which lateness is judged. */
export const callCollect = (tokens: readonly string[]): Statement => ({
  name: 'collect',
  text: 'select c.answer, c.at, c.ended from inquiry.collect($1) c',
  values: [tokens],
})
