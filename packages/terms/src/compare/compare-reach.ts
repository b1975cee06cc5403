import { limitNames, onwardRules, type Terms } from '../terms.ts'
import { onwardWords } from '../words/duty-words.ts'
import { limitNamesInWords } from '../words/names.ts'
import { sayDate } from '../words/say.ts'
import { byMore, changes, narrows, pairsOf, type TermsChange, widens } from './change.ts'
import { comparePopulations } from './compare-populations.ts'

const reachWords = {
  narrower: narrows('/population', 'Fewer records are in reach than before; none is new.'),
  wider: widens('/population', 'More records are in reach than before.'),
  both: widens('/population', 'Some records come into reach, and others leave it.'),
}

const compareUnits = (older: Terms, newer: Terms): TermsChange[] =>
  pairsOf(older.units, newer.units, each => each.code).flatMap(({ was, is, index }) => {
    const at = `/units/${index}`
    if (is && !was) return [widens(at, `This unit may now ask: ${is.name}.`)]
    if (was && !is) return [narrows(at, `This unit may no longer ask: ${was.name}.`)]
    const isSame = was?.name === is?.name && was?.function === is?.function
    return isSame || !is ? [] : [changes(at, `This unit has another name or function: ${is.name}.`)]
  })

const compareReach = (older: Terms, newer: Terms): TermsChange[] => {
  const change = comparePopulations(older.population, newer.population)
  if (change !== 'same') return [reachWords[change]]
  const isSame = JSON.stringify(older.population) === JSON.stringify(newer.population)
  return isSame ? [] : [changes('/population', 'Who is in reach is said in another way; the same records are.')]
}

const compareDates = (older: Terms, newer: Terms): TermsChange[] => {
  const starts = `The agreement begins on ${sayDate(newer.startsOn)}, instead of ${sayDate(older.startsOn)}.`
  const ends = `The agreement runs through ${sayDate(newer.endsOn)}, instead of ${sayDate(older.endsOn)}.`
  const at = (date: string): number => Date.parse(date)
  return [
    ...byMore('/startsOn', [-at(older.startsOn), -at(newer.startsOn)], starts),
    ...byMore('/endsOn', [at(older.endsOn), at(newer.endsOn)], ends),
  ]
}

/** Who may ask, about whom, how much, for how long, and whom it may tell. */
export const compareExtent = (older: Terms, newer: Terms): TermsChange[] => [
  ...compareUnits(older, newer),
  ...compareReach(older, newer),
  ...(older.directFile === newer.directFile
    ? []
    : newer.directFile
      ? [widens('/directFile', 'Persons who were under 18 at the offense are now in reach.')]
      : [narrows('/directFile', 'Persons who were under 18 at the offense are no longer in reach.')]),
  ...limitNames.flatMap(name =>
    byMore(
      `/limits/${name}`,
      [older.limits[name], newer.limits[name]],
      limitNamesInWords[name](newer.limits[name].toLocaleString('en-US')).replace(
        /\.$/,
        `, instead of ${older.limits[name].toLocaleString('en-US')}.`,
      ),
    ),
  ),
  ...byMore(
    '/onward',
    [onwardRules.indexOf(older.onward), onwardRules.indexOf(newer.onward)],
    onwardWords[newer.onward],
  ),
  ...compareDates(older, newer),
]
