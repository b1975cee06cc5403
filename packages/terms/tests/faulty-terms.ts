import { plainTerms } from './terms-examples.ts'

interface FaultyTerms {
  document: unknown
  pointer: string
  rule: string
}

const { partner: _, ...withoutPartner } = plainTerms
const with_ = (change: object): unknown => ({ ...plainTerms, ...change })
const question = (...questions: unknown[]): unknown => with_({ questions })
const byIdentifier = plainTerms.questions[0]
const unit = { code: 'sample-unit', name: 'Sample Unit', function: 'Investigations' }
const seen = { visible: true, filterable: false, exportable: false }
const deep = (levels: number): unknown => (levels === 0 ? { kind: 'charged' } : { kind: 'not', of: deep(levels - 1) })
const purpose = (cites: string, suffices: string): unknown =>
  with_({ purposes: [{ code: 'custody', cites, suffices }] })

/** Each fault that terms can have: where it is found, and by which rule. */
export const faultyTerms: Record<string, FaultyTerms> = {
  'not an object': { document: [], pointer: '', rule: 'object' },
  'a key too many': { document: with_({ warranty: true }), pointer: '/warranty', rule: 'unknown-key' },
  'a key that hides in the prototype': {
    document: JSON.parse(JSON.stringify(plainTerms).replace('{', '{"__proto__": {"directFile": true},')),
    pointer: '/__proto__',
    rule: 'unknown-key',
  },
  'a key with a slash': { document: with_({ 'a/b~c': 1 }), pointer: '/a~1b~0c', rule: 'unknown-key' },
  'a key too few': { document: withoutPartner, pointer: '/partner', rule: 'missing-key' },
  'another format': { document: with_({ format: 'pars-terms-2' }), pointer: '/format', rule: 'word' },
  'a code with capitals': { document: with_({ agreement: 'Sample' }), pointer: '/agreement', rule: 'text' },
  'a name that reads backwards': { document: with_({ partner: 'A\u202eB' }), pointer: '/partner', rule: 'text' },
  'a name of two lines': { document: with_({ partner: 'A\nB' }), pointer: '/partner', rule: 'text' },
  'no unit': { document: with_({ units: [] }), pointer: '/units', rule: 'list-size' },
  'the same unit twice': { document: with_({ units: [unit, unit] }), pointer: '/units/1', rule: 'list-repeat' },
  'one code for two units': {
    document: with_({ units: [unit, { ...unit, name: 'Other' }] }),
    pointer: '/units/1',
    rule: 'unit-code-once',
  },
  'a purpose that nobody knows': {
    document: with_({ purposes: [{ code: 'curiosity', cites: 'none', suffices: 'unverified' }] }),
    pointer: '/purposes/0/code',
    rule: 'word',
  },
  'a purpose twice': {
    document: with_({
      purposes: ['incident', 'docket'].map(cites => ({ code: 'custody', cites, suffices: 'unverified' })),
    }),
    pointer: '/purposes/1',
    rule: 'purposes-once',
  },
  "a partner's own case, to be found here": {
    document: purpose('case', 'found-here'),
    pointer: '/purposes/0/suffices',
    rule: 'case-never-found-here',
  },
  'nothing cited, and yet a test': {
    document: purpose('none', 'registered'),
    pointer: '/purposes/0/suffices',
    rule: 'nothing-cited-to-test',
  },
  'a question that does not exist': {
    document: question({ kind: 'everything' }),
    pointer: '/questions/0/kind',
    rule: 'kind',
  },
  'a question twice': {
    document: question({ kind: 'recent', hours: 1 }, { kind: 'recent', hours: 2 }),
    pointer: '/questions/1',
    rule: 'questions-once',
  },
  'hours by halves': {
    document: question({ kind: 'recent', hours: 1.5 }),
    pointer: '/questions/0/hours',
    rule: 'number',
  },
  'more possible matches than five': {
    document: question({ kind: 'by-name-and-birth-date', possible: 6 }),
    pointer: '/questions/0/possible',
    rule: 'number',
  },
  'an attribute of a class that is no filter': {
    document: question({ kind: 'by-attribute', attributes: ['district', 'race'] }),
    pointer: '/questions/0/attributes/1',
    rule: 'filter-not-filterable',
  },
  'an identifier of a class that is no filter': {
    document: with_({ classes: [{ class: 'identity', ...seen }], questions: [byIdentifier] }),
    pointer: '/questions/0/identifiers/0',
    rule: 'filter-not-filterable',
  },
  'recent arrests where their time is no filter': {
    document: with_({ classes: [{ class: 'custody', ...seen }], questions: [{ kind: 'recent', hours: 1 }] }),
    pointer: '/questions/0',
    rule: 'filter-not-filterable',
  },
  'possible matches that nobody could see': {
    document: with_({
      classes: [
        { class: 'identity', visible: false, filterable: true, exportable: false },
        { class: 'charges', ...seen },
      ],
      questions: [{ kind: 'by-name-and-birth-date', possible: 1 }],
    }),
    pointer: '/questions/0/possible',
    rule: 'possible-without-identity',
  },
  'a feed of nobody': {
    document: question({ kind: 'feed', days: 7 }),
    pointer: '/questions/0',
    rule: 'feed-without-naming',
  },
  'a class twice': {
    document: with_({
      classes: [...plainTerms.classes, { class: 'arrest', visible: false, filterable: false, exportable: false }],
    }),
    pointer: `/classes/${plainTerms.classes.length}`,
    rule: 'classes-once',
  },
  'an answer with nothing in it': {
    document: with_({ classes: plainTerms.classes.map(each => ({ ...each, visible: false })) }),
    pointer: '/classes',
    rule: 'nothing-visible',
  },
  'a file of what is hidden': {
    document: with_({
      classes: [...plainTerms.classes, { class: 'photo', visible: false, filterable: false, exportable: true }],
    }),
    pointer: `/classes/${plainTerms.classes.length}/exportable`,
    rule: 'exportable-not-visible',
  },
  'victims as a class': {
    document: with_({ classes: [{ class: 'victim', ...seen }] }),
    pointer: '/classes/0/class',
    rule: 'word',
  },
  'a population by race': {
    document: with_({ population: { kind: 'is', column: 'race', value: 'black' } }),
    pointer: '/population/column',
    rule: 'word',
  },
  'a grade that does not exist': {
    document: with_({ population: { kind: 'not', of: { kind: 'in', column: 'grade', values: ['F1', 'F9'] } } }),
    pointer: '/population/of/values/1',
    rule: 'word',
  },
  'a district with a quote in it': {
    document: with_({ population: { kind: 'is', column: 'district', value: "2'5" } }),
    pointer: '/population/value',
    rule: 'text',
  },
  'conditions nested too deep': {
    document: with_({ population: deep(4) }),
    pointer: '/population/of/of/of/kind',
    rule: 'kind',
  },
  'a condition of nothing': {
    document: with_({ population: { kind: 'all', of: [] } }),
    pointer: '/population/of',
    rule: 'list-size',
  },
  'a limit of nothing': {
    document: with_({ limits: { ...plainTerms.limits, rowsPerAnswer: 0 } }),
    pointer: '/limits/rowsPerAnswer',
    rule: 'number',
  },
  'yes as a word': { document: with_({ directFile: 'no' }), pointer: '/directFile', rule: 'yes-or-no' },
  'an obligation twice': {
    document: with_({
      obligations: [...plainTerms.obligations.slice(0, 5), { ...plainTerms.obligations[0], dueDays: 1 }],
    }),
    pointer: '/obligations/5',
    rule: 'obligations-once',
  },
  'an emergency stop by nobody': {
    document: with_({ emergencyStop: { seats: [], confirmDays: 7 } }),
    pointer: '/emergencyStop/seats',
    rule: 'list-size',
  },
  'a list that is none': { document: with_({ units: {} }), pointer: '/units', rule: 'list' },
  'February 30': { document: with_({ endsOn: '2018-02-30' }), pointer: '/endsOn', rule: 'date' },
  'an end before the start': { document: with_({ endsOn: '2017-08-31' }), pointer: '/endsOn', rule: 'dates-in-order' },
}
