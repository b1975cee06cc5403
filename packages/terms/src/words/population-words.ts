import type { Population } from '../population/population.ts'
import { gradeNames } from './names.ts'
import { sayCount, sayDate, sayList } from './say.ts'
import { enforced, type Sentence } from './sentence.ts'

/** A population with every "not" pushed down to its facts, so that English needs none of its own. */
type Condition =
  | { kind: 'fact'; text: string; pointer: string }
  | { kind: 'all' | 'any'; of: Condition[]; pointer: string }

const either = (holds: boolean, yes: string, no: string): string => (holds ? yes : no)

/** So many values of a list fit a sentence. */
const valuesPerSentence = { district: 8, grade: 3, basis: 2 }

const sayValues = (column: keyof typeof valuesPerSentence, values: readonly string[], holds: boolean): string => {
  const isOrNot = either(holds, '', 'not ')
  if (column === 'district') return `the arrest was ${isOrNot}in district ${sayList(values, 'or')}`
  if (column === 'grade')
    return `the gravest charge is ${isOrNot}graded ${sayList(
      values.map(value => gradeNames[value] ?? value),
      'or',
    )}`
  return `the arrest was ${isOrNot}${sayList(
    values.map(value => (value === 'warrant' ? 'on a warrant' : 'on sight')),
    'or',
  )}`
}

type Fact = Exclude<Population, { kind: 'all' | 'any' | 'not' | 'is' | 'in' }>
const sayFact = (fact: Fact, holds: boolean): string => {
  switch (fact.kind) {
    case 'everyone':
      return either(holds, 'it is any record', 'it is no record')
    case 'charged':
      return `the District Attorney approved ${either(holds, 'a', 'no')} charge`
    case 'adult':
      return `the person was ${either(holds, '18 or older', 'under 18')} at the offense`
    case 'on-warrant':
      return `the arrest was ${either(holds, '', 'not ')}on a warrant`
    case 'bail-ordered':
      return `${either(holds, 'a', 'no')} magistrate decided on bail`
    case 'within-days':
      return `the arrest was ${either(holds, 'at most', 'more than')} ${sayCount(fact.days, 'day')} ago`
    case 'since':
      return `the arrest was ${either(holds, 'on or after', 'before')} ${sayDate(fact.on)}`
  }
}

const conditionOf = (node: Population, holds: boolean, pointer: string): Condition => {
  switch (node.kind) {
    case 'not':
      return { ...conditionOf(node.of, !holds, `${pointer}/of`), pointer }
    case 'all':
    case 'any': {
      const of = node.of.map((each, index) => conditionOf(each, holds, `${pointer}/of/${index}`))
      const [only] = of
      if (of.length === 1 && only !== undefined) return { ...only, pointer }
      return { kind: (node.kind === 'all') === holds ? 'all' : 'any', of, pointer }
    }
    case 'is':
      return { kind: 'fact', text: sayValues(node.column, [node.value], holds), pointer }
    case 'in': {
      const most = valuesPerSentence[node.column]
      const parts: Condition[] = []
      for (let from = 0; from < node.values.length; from += most) {
        const values = node.values.slice(from, from + most)
        parts.push({ kind: 'fact', text: sayValues(node.column, values, holds), pointer })
      }
      const [only] = parts
      return parts.length === 1 && only !== undefined ? only : { kind: holds ? 'any' : 'all', of: parts, pointer }
    }
    default:
      return { kind: 'fact', text: sayFact(node, holds), pointer }
  }
}

const sayPoints = (label: string, count: number): string =>
  count === 2 ? `points ${label}1 and ${label}2` : `points ${label}1 to ${label}${count}`

const sayParts = (condition: Exclude<Condition, { kind: 'fact' }>, label: string): string =>
  condition.kind === 'any'
    ? `at least one of ${sayPoints(label, condition.of.length)} is true`
    : `all of ${sayPoints(label, condition.of.length)} are true`

/** Points below a compound condition, each a sentence of its own: `Point 2.1 is that …`. */
const sayBelow = (condition: Condition, label: string): Sentence[] =>
  condition.kind === 'fact'
    ? []
    : condition.of.flatMap((each, index) => {
        const own = `${label}${index + 1}`
        if (each.kind === 'fact') return [enforced(each.pointer, `Point ${own} is that ${each.text}.`)]
        return [
          enforced(each.pointer, `Point ${own} is that ${sayParts(each, `${own}.`)}.`),
          ...sayBelow(each, `${own}.`),
        ]
      })

const sayRequirement = (condition: Condition, label: string): Sentence[] => {
  if (condition.kind === 'fact')
    return condition.text === 'it is any record'
      ? [enforced(condition.pointer, 'Any record is in reach, whatever it says.')]
      : [enforced(condition.pointer, `A record is in reach only if ${condition.text}.`)]
  const parts = sayParts(condition, label)
  return [enforced(condition.pointer, `A record is in reach only if ${parts}.`), ...sayBelow(condition, label)]
}

/** Which records are in reach, one requirement a sentence; what is nested is numbered. Nothing but what the data say. */
export const populationWords = (population: Population, pointer: string): Sentence[] => {
  const condition = conditionOf(population, true, pointer)
  const required = condition.kind === 'all' ? condition.of : [condition]
  return required.flatMap((each, index) => sayRequirement(each, `${index + 1}.`))
}
