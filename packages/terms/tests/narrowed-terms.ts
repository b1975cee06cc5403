import fc from 'fast-check'
import type { Population, QuestionTerm, Terms } from '../src/index.ts'
import { populations } from './arbitraries.ts'

type Edit = (terms: Terms, more: Population) => Terms

const lessQuestion = (question: QuestionTerm): QuestionTerm => {
  switch (question.kind) {
    case 'by-identifier':
      return { ...question, identifiers: question.identifiers.slice(0, 1) }
    case 'by-name-and-birth-date':
      return { ...question, possible: 0 }
    case 'by-attribute':
      return { ...question, attributes: question.attributes.slice(0, 1) }
    case 'recent':
      return { ...question, hours: Math.ceil(question.hours / 2) }
    case 'feed':
      return { ...question, days: Math.ceil(question.days / 2) }
    default:
      return question
  }
}

/** Each takes something away, and nothing else. */
export const narrowings: Record<string, Edit> = {
  'a question less': terms => ({
    ...terms,
    questions: terms.questions.slice(0, Math.max(1, terms.questions.length - 1)),
  }),
  'less of each question': terms => ({ ...terms, questions: terms.questions.map(lessQuestion) }),
  'no file': terms => ({ ...terms, classes: terms.classes.map(each => ({ ...each, exportable: false })) }),
  'a class less': terms => ({
    ...terms,
    classes: terms.classes.map((each, index) => (index === 0 ? { ...each, visible: false, exportable: false } : each)),
  }),
  'a purpose less': terms => ({ ...terms, purposes: terms.purposes.slice(0, Math.max(1, terms.purposes.length - 1)) }),
  'stricter tests': terms => ({
    ...terms,
    purposes: terms.purposes.map(each => (each.cites === 'none' ? each : { ...each, suffices: 'registered' as const })),
  }),
  'a smaller population': (terms, more) => ({ ...terms, population: { kind: 'all', of: [terms.population, more] } }),
  'nobody under 18': terms => ({ ...terms, directFile: false }),
  'lower limits': terms => ({
    ...terms,
    limits: {
      ...terms.limits,
      rowsPerAnswer: 1,
      personsPerUnitPerDay: Math.ceil(terms.limits.personsPerUnitPerDay / 2),
    },
  }),
  'nothing passed on': terms => ({ ...terms, onward: 'none' }),
  'an earlier end': terms => ({ ...terms, endsOn: terms.startsOn }),
  'the next version': terms => ({ ...terms, version: terms.version + 1 }),
}

/** Terms with a few things taken away. Stricter tests are left out where some are strict already. */
export const narrowedOf = (terms: Terms): fc.Arbitrary<Terms> => {
  const isStrict = terms.purposes.some(({ suffices }) => suffices === 'found-here')
  const edits = Object.entries(narrowings)
    .filter(([name]) => name !== 'stricter tests' || !isStrict)
    .map(([, edit]) => edit)
  return fc
    .tuple(fc.subarray(edits), populations)
    .map(([chosen, more]) => chosen.reduce((narrowed, edit) => edit(narrowed, more), terms))
}

/** Each gives something more. */
export const widenings: Record<string, (terms: Terms) => Terms> = {
  'another unit': terms => ({
    ...terms,
    units: [...terms.units, { code: 'zz-another', name: 'Another', function: 'More' }],
  }),
  'persons under 18': terms => ({ ...terms, directFile: true }),
  'a higher limit': terms => ({ ...terms, limits: { ...terms.limits, rowsPerAnswer: terms.limits.rowsPerAnswer + 1 } }),
  'passing on': terms => ({ ...terms, onward: 'within-purpose' }),
  'a later end': terms => ({ ...terms, endsOn: '2199-12-31' as Terms['endsOn'] }),
  'all records': terms => ({ ...terms, population: { kind: 'everyone' } }),
  'every class': terms => ({
    ...terms,
    classes: [
      ...terms.classes.map(each => ({ ...each, visible: true })),
      ...(terms.classes.some(each => each.class === 'photo')
        ? []
        : [{ class: 'photo' as const, visible: true, filterable: false, exportable: false }]),
    ],
  }),
  'an untested purpose': terms => ({
    ...terms,
    purposes: terms.purposes.map(each => ({ ...each, suffices: 'unverified' as const })),
  }),
}

/** Each changes what binds, and neither gives nor takes. */
export const otherChanges: Record<string, (terms: Terms) => Terms> = {
  'a fee': terms => ({ ...terms, feeCents: (terms.feeCents ?? 0) + 100 }),
  'another notice': terms => ({ ...terms, notice: { ...terms.notice, cureDays: terms.notice.cureDays + 1 } }),
  'no duties': terms => ({ ...terms, obligations: terms.obligations.slice(1) }),
  'another text governs': terms => ({ ...terms, governs: terms.governs === 'data' ? 'prose' : 'data' }),
  'another partner': terms => ({ ...terms, partner: `${terms.partner} II` }),
  'another name of a unit': terms => ({
    ...terms,
    units: terms.units.map(each => ({ ...each, name: `${each.name} II` })),
  }),
}
