import type { AgreementNames } from '../names.ts'
import { dollarQuoted, identifier, literal, textArray } from '../quote.ts'

/** One granted question as a function: what it takes, what refuses it, and how it finds its rows. */
export interface Question {
  name: string
  /** How the journal calls it. */
  kind: string
  args: readonly (readonly [name: string, type: string])[]
  declares?: readonly string[]
  /** What refuses the question by itself, in order: a condition over the arguments, and its term. */
  refusals: readonly (readonly [condition: string, term: string])[]
  /** Statements that set `given` and `persons`, and `ground` where nothing was found. */
  find: string
  /** Names of the filters for the public leaf: an expression over constants, never a caller's text. */
  filters: string
  /** All that was asked, for the record. */
  predicate: string
}

/** How an argument of the function is written inside it. */
export const argument = (question: string, name: string): string => `${identifier(question)}.${identifier(name)}`

/** At most so long a text is a filter, and is kept. */
export const longestFilter = 200
export const isMalformed = (text: string): string => `coalesce(length(${text}), 0) not between 1 and ${longestFilter}`
export const kept = (text: string): string => `left(${text}, ${longestFilter})`

export const indent = (lines: string, by: string): string =>
  lines
    .split('\n')
    .map(line => (line === '' ? line : by + line))
    .join('\n')

/** Rights first: once the definer owns it, the owner of the zone may grant nothing on it. */
export const ownedFunction = (signature: string, names: AgreementNames): string =>
  `revoke execute on function ${signature} from public;
grant execute on function ${signature} to ${names.door};
alter function ${signature} owner to ${names.definer};`

const bodyOf = (question: Question, classes: readonly string[]): string => {
  const request = argument(question.name, 'request')
  const kind = `${request} #>> '{cites,kind}'`
  const declares = [
    'opened pg_catalog.record',
    'refused pg_catalog.text',
    `cited_kind pg_catalog.text := case ${kind} when 'docket' then 'docket-number' else ${kind} end`,
    `cited_value pg_catalog.text := ${request} #>> '{cites,value}'`,
    `classes pg_catalog.text[] := ${textArray(classes)}`,
    'given pg_catalog.jsonb',
    'persons pg_catalog.uuid[]',
    'ground pg_catalog.text',
    'cursor_after pg_catalog.text',
    `asked pg_catalog.jsonb := ${question.predicate}`,
    ...(question.declares ?? []),
  ]
  const refusals = question.refusals.map(
    ([condition, term]) => `  if refused is null and ${condition} then\n    refused := ${literal(term)};\n  end if;\n`,
  )
  return `declare
${declares.map(line => `  ${line};\n`).join('')}begin
  select * into opened from inquiry.open(${request});
  refused := opened.term;
${refusals.join('')}  if refused is null then
${indent(question.find, '    ')}
  end if;
  return inquiry.hold(opened.inquiry_id, ${literal(question.kind)}, ${question.filters}, asked, ${request}, refused,
    given, persons, classes, ground, cursor_after);
end`
}

/** The function of a question: it ends in an answer held and a token, and in nothing else. */
export const questionSql = (question: Question, names: AgreementNames, classes: readonly string[]): string => {
  const { args } = question
  const name = `${names.door}.${identifier(question.name)}`
  const declared = [...args.map(([arg, type]) => `${identifier(arg)} ${type}`), 'request pg_catalog.jsonb']
  const signature = `${name}(${[...args.map(([, type]) => type), 'pg_catalog.jsonb'].join(', ')})`
  return `create function ${name}(${declared.join(', ')}) returns pg_catalog.text
language plpgsql volatile security definer as ${dollarQuoted(bodyOf(question, classes))};
${ownedFunction(signature, names)}`
}
