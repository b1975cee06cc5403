import { type ClassTerm, type FieldClass, fieldClasses, type Terms, visibleClasses } from '../terms.ts'
import { classNames, shortClassNames } from './names.ts'
import { sayList } from './say.ts'
import { enforced, type Sentence } from './sentence.ts'

const classWords = (term: ClassTerm, pointer: string): Sentence => {
  const may = (is: boolean): string => (is ? 'may' : 'may not')
  const sees = term.visible ? 'sees' : 'does not see'
  return enforced(
    pointer,
    `The partner ${sees} ${classNames[term.class]}; questions ${may(term.filterable)} find people by this; files ${may(term.exportable)} hold it.`,
  )
}

const absentWords = (absent: readonly FieldClass[]): Sentence[] =>
  absent.length === 0
    ? []
    : [
        enforced(
          '/classes',
          `Never shown, asked by or put in a file: ${sayList(absent.map(each => shortClassNames[each]))}.`,
        ),
      ]

const bailWords = (terms: Terms): Sentence[] => {
  const visible = visibleClasses(terms)
  const isBare = visible.includes('bail') && !visible.includes('docket')
  return isBare ? [enforced('/classes', 'Bail decisions are shown without the numbers of their dockets.')] : []
}

export const classesWords = (terms: Terms): Sentence[] => [
  ...terms.classes.map((term, index) => classWords(term, `/classes/${index}`)),
  ...bailWords(terms),
  ...absentWords(fieldClasses.filter(each => !terms.classes.some(term => term.class === each))),
  enforced(
    '/classes',
    'Victims, witnesses, Social Security numbers, interviews and narratives cannot be shared under any terms.',
  ),
]
