import type { Attribute, QuestionOf } from '../../terms.ts'
import { literal, textArray } from '../quote.ts'
import { type Compiling, findRows } from './find-rows.sql.ts'
import { argument, isMalformed, kept, type Question } from './question.sql.ts'
import { isOfUnitedStates } from './united-states.sql.ts'

const name = 'by_attribute'
const asked = argument(name, 'attribute')
const value = argument(name, 'value')
const since = argument(name, 'since')

type Case = readonly [condition: string, where: string]

/** A code with its system, `genc:MEX`, or `abroad`: every self-reported country but the United States. */
const byBirthCountry: readonly Case[] = [
  [
    `${asked} = 'birth-country' and ${value} = 'abroad'`,
    `r.birth_country_code is not null and not ${isOfUnitedStates('r')}`,
  ],
  [
    `${asked} = 'birth-country'`,
    `r.birth_country_system = split_part(${value}, ':', 1) and r.birth_country_code = split_part(${value}, ':', 2)`,
  ],
]

const columns: Record<Exclude<Attribute, 'birth-country'>, string> = {
  ethnicity: 'ethnicity',
  race: 'race',
  sex: 'sex',
  district: 'district_code',
  grade: 'worst_grade',
}

const casesOf = (attribute: Attribute): readonly Case[] =>
  attribute === 'birth-country'
    ? byBirthCountry
    : [[`${asked} = ${literal(attribute)}`, `r.${columns[attribute]} = ${value}`]]

/** Everyone in reach with an attribute, since a time. No template grants it, and a ballot prints it first. */
export const byAttribute = (compiling: Compiling, granted: QuestionOf<'by-attribute'>): Question => {
  const isGranted = `coalesce(${asked} = any (${textArray(granted.attributes)}), false)`
  const from = `${compiling.record} r`
  // One statement for each, not one with a case inside: each has an index of its own.
  const branches = granted.attributes
    .flatMap(casesOf)
    .map(([condition, where]) => [
      condition,
      findRows(compiling, { from, where: `r.arrested_at >= ${since} and ${where}` }),
    ])
  const misspelled = `(${asked} = 'birth-country' and ${value} !~ '^(abroad|genc:[A-Z]{3}|ncic:[A-Z]{2})$')`
  return {
    name,
    kind: 'by-attribute',
    args: [
      ['attribute', 'pg_catalog.text'],
      ['value', 'pg_catalog.text'],
      ['since', 'pg_catalog.timestamptz'],
    ],
    declares: [],
    refusals: [
      [`not ${isGranted}`, 'filter-not-granted'],
      [`(${isMalformed(value)} or not coalesce(isfinite(${since}), false) or ${misspelled})`, 'filter-malformed'],
    ],
    find: `${branches.map(([condition, rows], index) => `${index === 0 ? 'if' : 'elsif'} ${condition} then\n  ${rows?.replaceAll('\n', '\n  ')}`).join('\n')}
end if;
if given is null then
  ground := 'nobody-found';
end if;`,
    filters: `array[case when ${isGranted} then ${asked} else 'other' end, 'since']`,
    predicate: `jsonb_build_object('attribute', ${kept(asked)}, 'value', ${kept(value)}, 'since', ${since})`,
  }
}
