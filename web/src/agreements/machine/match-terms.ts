import type { AnswerOf, viewEffective } from '@pars/contract'
import {
  cityMidnight,
  columnsOfDefiner,
  endOfCityDay,
  plainWords,
  type Sentence,
  type Terms,
  visibleClasses,
} from '@pars/terms'
import { formatNumber, formatSecond } from '../../format.ts'
import { machineWords as words } from '../../words/machine.ts'

export type Effective = AnswerOf<typeof viewEffective>
type Use = Effective['uses'][number]
type Standing = NonNullable<Effective['standing']>

/** One clause beside what the machine does. */
export interface Matched {
  sentence: Sentence
  machine: string
  /** Null where the machine holds nothing of it that could be compared. */
  agrees: boolean | null
  /** Null where the clause is nothing that is used. */
  use: Use | 'none' | null
}

interface Facts {
  terms: Terms
  effective: Effective
  standing: Standing
}
type Found = Omit<Matched, 'sentence'>

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === new Set([...one, ...other]).size && other.length === one.length
const used = ({ effective }: Facts, kind: Use['kind'], name: string): Use | 'none' =>
  effective.uses.find(use => use.kind === kind && use.name === name) ?? 'none'

const ofUnits = (facts: Facts, index: number | undefined): Found => {
  const { terms, standing } = facts
  const codes = terms.units.map(({ code }) => code)
  const code = index === undefined ? undefined : codes[index]
  if (code === undefined)
    return { machine: words.units(standing.units.join(', ')), agrees: sameSet(codes, standing.units), use: null }
  return { machine: words.unitNamed(code), agrees: standing.units.includes(code), use: used(facts, 'unit', code) }
}

const ofPurposes = (facts: Facts, index: number | undefined): Found => {
  const { terms, standing } = facts
  const inRow = Object.keys(standing.purposes)
  const purpose = index === undefined ? undefined : terms.purposes[index]
  if (!purpose) {
    const codes = terms.purposes.map(({ code }) => code)
    return { machine: words.purposes(inRow.join(', ')), agrees: sameSet(codes, inRow), use: null }
  }
  const row = standing.purposes[purpose.code]
  return {
    machine: row ? words.purpose(row.cites, row.suffices) : words.noPurpose,
    agrees: row?.cites === purpose.cites && row.suffices === purpose.suffices,
    use: used(facts, 'purpose', purpose.code),
  }
}

const ofQuestions = (facts: Facts, steps: readonly string[]): Found => {
  const { terms, effective } = facts
  const question = steps[1] === undefined ? undefined : terms.questions[Number(steps[1])]
  if (!question) {
    const kinds = terms.questions.map(({ kind }) => kind)
    return {
      machine: words.questions(effective.questions.join(', ')),
      agrees: sameSet(kinds, effective.questions),
      use: null,
    }
  }
  const isThere = effective.questions.includes(question.kind)
  const attribute =
    question.kind === 'by-attribute' && steps[2] === 'attributes' ? question.attributes[Number(steps[3])] : undefined
  return {
    machine: isThere ? words.question(question.kind) : words.noQuestion(question.kind),
    agrees: isThere,
    use: attribute ? used(facts, 'filter', attribute) : used(facts, 'question', question.kind),
  }
}

const ofClasses = (facts: Facts, index: number | undefined): Found => {
  const { terms, effective } = facts
  const term = index === undefined ? undefined : terms.classes[index]
  if (!term)
    return {
      machine: words.classes(effective.classes.join(', ')),
      agrees: sameSet(visibleClasses(terms), effective.classes),
      use: null,
    }
  const isGiven = effective.classes.includes(term.class)
  return {
    machine: isGiven ? words.classGiven : words.classNotGiven,
    agrees: isGiven === term.visible,
    use: used(facts, 'class', term.class),
  }
}

const ofReach = ({ terms, effective }: Facts, term: string): Found => {
  if (term === 'directFile') {
    const isHeld = effective.policies.some(({ restrictive, condition }) => restrictive && condition === 'adult')
    return { machine: isHeld ? words.young : words.noYoung, agrees: isHeld !== terms.directFile, use: null }
  }
  // More than one permissive policy would let in what no population says.
  const permissive = effective.policies.filter(({ restrictive }) => !restrictive)
  const [only] = permissive
  return {
    machine: only ? permissive.map(({ condition }) => words.population(condition)).join('; ') : words.noPopulation,
    agrees: permissive.length === 1,
    use: null,
  }
}

const ofTime = ({ terms, standing }: Facts, term: string): Found => {
  const isStart = term === 'startsOn'
  const at = isStart ? standing.startsAt : standing.endsAt
  const voted = isStart ? cityMidnight(terms.startsOn) : endOfCityDay(terms.endsOn)
  const say = isStart ? words.from : words.until
  return { machine: say(formatSecond(at)), agrees: Date.parse(at) === Date.parse(voted), use: null }
}

const ofLimit = ({ terms, standing }: Facts, name: string): Found => {
  const row = standing.limits[name]
  return {
    machine: row === undefined ? words.noPurpose : words.limit(formatNumber(row)),
    agrees: row === (terms.limits as Record<string, number>)[name],
    use: null,
  }
}

const enforcedBy = (facts: Facts, steps: readonly string[]): Found => {
  const [term = '', second] = steps
  const index = second !== undefined && /^\d+$/.test(second) ? Number(second) : undefined
  switch (term) {
    case 'units':
      return ofUnits(facts, index)
    case 'purposes':
      return ofPurposes(facts, index)
    case 'questions':
      return ofQuestions(facts, steps)
    case 'classes':
      return ofClasses(facts, index)
    case 'population':
    case 'directFile':
      return ofReach(facts, term)
    case 'startsOn':
    case 'endsOn':
      return ofTime(facts, term)
    case 'limits':
      return ofLimit(facts, second ?? '')
    default:
      return { machine: words.fromTerms, agrees: null, use: null }
  }
}

const machineOf = (facts: Facts, { pointer, standing }: Sentence): Found => {
  if (standing === 'promise') return { machine: words.nothing, agrees: null, use: null }
  if (standing === 'checked-later') return { machine: words.people, agrees: null, use: null }
  return enforcedBy(facts, pointer.split('/').slice(1))
}

/** Each clause beside what the catalog says; undefined for a version whose roles were never made. */
export const matchTerms = (terms: Terms, effective: Effective): Matched[] | undefined => {
  const { standing, inPlace } = effective
  if (!inPlace || !standing) return undefined
  const facts = { terms, effective, standing }
  return plainWords(terms).map(sentence => ({ sentence, ...machineOf(facts, sentence) }))
}

/** Rights of the two roles that no clause gives: nothing, unless somebody gave them behind the vote. */
export const beyondTerms = (terms: Terms, { columns, readableByDoor, policies }: Effective) => {
  const voted: readonly string[] = columnsOfDefiner(terms)
  return {
    columns: columns.filter(column => !voted.includes(column)),
    tables: readableByDoor,
    hasGate: policies.some(({ restrictive, condition }) => restrictive && condition.includes('is_asking')),
  }
}
