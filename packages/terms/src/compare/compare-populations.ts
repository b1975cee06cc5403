import type { Population, PopulationColumn } from '../population/population.ts'

/** One record as far as two populations can tell it from another: times are told apart by each boundary alone. */
interface Kind {
  fields: Record<PopulationColumn, string | null>
  charged: boolean
  adult: boolean
  bailOrdered: boolean
  /** For each boundary in days or by date, whether the arrest is within it. */
  within: ReadonlySet<string>
}

const other = '\0other'

interface Distinctions {
  values: Record<PopulationColumn, Set<string>>
  days: Set<number>
  dates: Set<string>
}

const collect = (node: Population, found: Distinctions): Distinctions => {
  if (node.kind === 'all' || node.kind === 'any') for (const each of node.of) collect(each, found)
  else if (node.kind === 'not') collect(node.of, found)
  else if (node.kind === 'is') found.values[node.column].add(node.value)
  else if (node.kind === 'in') for (const value of node.values) found.values[node.column].add(value)
  else if (node.kind === 'within-days') found.days.add(node.days)
  else if (node.kind === 'since') found.dates.add(node.on)
  return found
}

const isOf = (node: Population, record: Kind): boolean => {
  switch (node.kind) {
    case 'everyone':
      return true
    case 'all':
      return node.of.every(each => isOf(each, record))
    case 'any':
      return node.of.some(each => isOf(each, record))
    case 'not':
      return !isOf(node.of, record)
    case 'charged':
      return record.charged
    case 'adult':
      return record.adult
    case 'on-warrant':
      return record.fields.basis === 'warrant'
    case 'bail-ordered':
      return record.bailOrdered
    case 'is':
      return record.fields[node.column] === node.value
    case 'in':
      return node.values.some(value => record.fields[node.column] === value)
    case 'within-days':
      return record.within.has(`days ${node.days}`)
    case 'since':
      return record.within.has(`since ${node.on}`)
  }
}

/** Within so many days is within more days too, and since a day is since an earlier one: so there are few combinations. */
const timesOf = ({ days, dates }: Distinctions): Set<string>[] => {
  const byDays = [...days].sort((a, b) => b - a).map(each => `days ${each}`)
  const byDates = [...dates].sort().map(each => `since ${each}`)
  const steps = (marks: readonly string[]): string[][] =>
    Array.from({ length: marks.length + 1 }, (_, count) => marks.slice(0, count))
  return steps(byDays).flatMap(some => steps(byDates).map(more => new Set([...some, ...more])))
}

function* kindsOf(found: Distinctions): Generator<Kind> {
  const booleans = [true, false]
  const districts = [...found.values.district, other]
  // A grade may be blank, which is none that a population names.
  const gradeValues = [...found.values.grade, other]
  for (const within of timesOf(found))
    for (const district of districts)
      for (const grade of gradeValues)
        for (const basis of ['sight', 'warrant'])
          for (const charged of booleans)
            for (const adult of booleans)
              for (const bailOrdered of booleans)
                yield { fields: { district, grade, basis }, charged, adult, bailOrdered, within }
}

export type PopulationChange = 'same' | 'narrower' | 'wider' | 'both'

/**
 * Whether a newer population lets in fewer records than the older, more, or some others: by every kind of record that the two can
 * tell apart. A boundary in days and one by date are taken for independent, so that a change is rather called wider than narrower.
 */
export const comparePopulations = (older: Population, newer: Population): PopulationChange => {
  const found = collect(newer, collect(older, emptyDistinctions()))
  let [loses, gains] = [false, false]
  for (const kind of kindsOf(found)) {
    const [was, is] = [isOf(older, kind), isOf(newer, kind)]
    loses ||= was && !is
    gains ||= is && !was
    if (loses && gains) return 'both'
  }
  if (loses) return 'narrower'
  return gains ? 'wider' : 'same'
}

const emptyDistinctions = (): Distinctions => ({
  values: { district: new Set(), basis: new Set(), grade: new Set() },
  days: new Set(),
  dates: new Set(),
})
