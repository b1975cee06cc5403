import { answersOf, type PackageReport, packageWords, type Search, withClass, withFilter } from '@pars/ledger'
import { verifierWords as words } from '../words/verifier.ts'
import { element } from './element.ts'

const numbers = new Intl.NumberFormat('en-US')
const say = (number: number): string => numbers.format(number)
const when = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  dateStyle: 'long',
  timeStyle: 'medium',
  hourCycle: 'h23',
})
export const sayInstant = (instant: string): string => when.format(new Date(instant))

const placed = (place: { entry: number; at: string } | undefined): string =>
  place === undefined ? words.none : words.entryAt(say(place.entry), sayInstant(place.at))

const fact = (name: string, value: string): HTMLElement[] => [element('dt', {}, name), element('dd', {}, value)]

const factsOf = (report: PackageReport, keyGiven: boolean): HTMLElement => {
  const { facts } = words
  const { head, checkpoint, range } = report
  const said = answersOf(report)
  const rows: [string, string][] = [
    [facts.agreement, head?.agreement ?? ''],
    [facts.range, words.range(say(head?.from ?? 0), say(head?.through ?? 0), say(range.length))],
    [facts.log, checkpoint?.checkpoint.origin ?? ''],
    [facts.key, `${head?.log} (${keyGiven ? facts.keyGiven : facts.keyOwn})`],
    [facts.answered, say(said.answered)],
    [facts.refused, say(said.refused)],
    [facts.sealed, say(said.sealed.length)],
    [facts.days, say(said.days.length)],
    [facts.met, say(said.met.length)],
    [facts.missed, say(said.missed.length)],
    ...(said.end === undefined
      ? []
      : ([
          [facts.end, sayInstant(said.end)],
          [facts.lastAnswer, placed(said.lastAnswer)],
          [facts.firstRefusal, placed(said.firstRefusalAfter)],
          [
            facts.answersAfter,
            said.answersAfterEnd.length === 0 ? words.none : said.answersAfterEnd.map(say).join(', '),
          ],
        ] as [string, string][])),
  ]
  return element(
    'section',
    { 'aria-label': facts.caption },
    element('h3', {}, facts.caption),
    element('dl', {}, ...rows.flatMap(([name, value]) => fact(name, value))),
  )
}

/** The words of a kind that the package itself uses: no list is shorter, and none asks for what nobody can type. */
const wordsIn = ({ range }: PackageReport, field: 'filters' | 'classes'): string[] =>
  [
    ...new Set(
      range.flatMap(({ leaf }) =>
        leaf.class === 'conduct' && Array.isArray(leaf.fields[field]) ? (leaf.fields[field] as string[]) : [],
      ),
    ),
  ].sort()

const known = [
  'address',
  'arrest',
  'bail',
  'charges',
  'custody',
  'demographic',
  'docket',
  'identity',
  'origin',
  'photo',
]

const asker = (label: string, options: readonly string[], find: (word: string) => Search): HTMLElement => {
  const id = `ask-${label.replaceAll(/\W+/g, '-').toLowerCase()}`
  const select = element('select', { id }, ...['', ...options].map(word => element('option', { value: word }, word)))
  const answer = element('p', { role: 'status' })
  select.addEventListener('change', () => {
    if (select.value === '') return answer.replaceChildren()
    const { entries, sealed } = find(select.value)
    const listed = entries.length > 0 ? ` ${words.ask.entries(entries.map(say).join(', '))}` : ''
    answer.replaceChildren(words.ask.found(entries.length, sealed.length), listed)
  })
  return element('div', { class: 'ask' }, element('label', { for: id }, label), select, answer)
}

const lettersOf = (report: PackageReport): HTMLElement | undefined => {
  const { letters } = answersOf(report)
  if (letters.length === 0) return undefined
  const items = letters.map(({ at, entry, notice, servedBy, text }) =>
    element(
      'li',
      {},
      element('strong', {}, words.letter(notice, servedBy)),
      ` ${words.entryAt(say(entry), sayInstant(at))}`,
      text !== undefined && element('pre', {}, text),
    ),
  )
  return element('section', {}, element('h3', {}, words.letters), element('ol', {}, ...items))
}

/** Everything that a package which holds says. */
export const packageView = (report: PackageReport, keyGiven: boolean): HTMLElement[] => [
  factsOf(report, keyGiven),
  element(
    'section',
    {},
    element('h3', {}, words.ask.title),
    asker(words.ask.filter, wordsIn(report, 'filters'), word => withFilter(report, word)),
    asker(words.ask.class, [...new Set([...known, ...wordsIn(report, 'classes')])].sort(), word =>
      withClass(report, word),
    ),
  ),
  ...[lettersOf(report)].filter(section => section !== undefined),
  element('section', {}, element('h3', {}, words.cannot), ...packageWords.slice(1).map(text => element('p', {}, text))),
]
