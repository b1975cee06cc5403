import {
  type ClassTerm,
  type FieldClass,
  fieldClasses,
  findQuestion,
  type QuestionKind,
  type QuestionOf,
  type QuestionTerm,
  questionKinds,
  type Terms,
} from '@pars/terms'

const firstOf: { [K in QuestionKind]: QuestionOf<K> } = {
  'by-identifier': { kind: 'by-identifier', identifiers: ['otn'] },
  'by-name-and-birth-date': { kind: 'by-name-and-birth-date', possible: 0 },
  'by-incident': { kind: 'by-incident' },
  'by-attribute': { kind: 'by-attribute', attributes: ['district'] },
  recent: { kind: 'recent', hours: 24 },
  feed: { kind: 'feed', days: 30 },
}

/** Puts one question into its place, or takes it out; the others stay as they are. */
const withQuestion = (terms: Terms, kind: QuestionKind, question: QuestionTerm | undefined): Terms => ({
  ...terms,
  questions: questionKinds.flatMap(each => {
    if (each === kind) return question ? [question] : []
    const kept = findQuestion(terms, each)
    return kept ? [kept] : []
  }),
})

export const toggleQuestion = (terms: Terms, kind: QuestionKind, granted: boolean): Terms =>
  withQuestion(terms, kind, granted ? (findQuestion(terms, kind) ?? firstOf[kind]) : undefined)

export const changeQuestion = (terms: Terms, question: QuestionTerm): Terms =>
  withQuestion(terms, question.kind, question)

export type ClassUse = 'visible' | 'filterable' | 'exportable'
const none: Omit<ClassTerm, 'class'> = { visible: false, filterable: false, exportable: false }

/** One box of the table of classes. A class that may be used for nothing is no longer in the terms; what is not seen leaves in no file. */
export const changeClass = (terms: Terms, name: FieldClass, change: Partial<Record<ClassUse, boolean>>): Terms => ({
  ...terms,
  classes: fieldClasses.flatMap(each => {
    const was = terms.classes.find(term => term.class === each)
    const is = { class: each, ...none, ...was, ...(each === name ? change : {}) }
    const term = { ...is, exportable: is.exportable && is.visible }
    return term.visible || term.filterable ? [term] : []
  }),
})

/** Where the errors of a class stand: its place in the terms; where it would come, while it is not in them. */
export const pointerOfClass = (terms: Terms, name: FieldClass): string => {
  const index = terms.classes.findIndex(term => term.class === name)
  return `/classes/${index === -1 ? terms.classes.length : index}`
}

export const pointerOfQuestion = (terms: Terms, kind: QuestionKind): string =>
  `/questions/${terms.questions.findIndex(question => question.kind === kind)}`
