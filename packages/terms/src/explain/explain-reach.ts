import type { Instant } from '@pars/domain'
import { evaluatePopulation, type PopulationFacts } from '../population/evaluate-population.ts'
import type { Population } from '../population/population.ts'
import { type FieldClass, fieldClasses, type Terms } from '../terms.ts'

/** Whether a record is in reach, and where not, the narrowest term that keeps it out. */
export type Reach = { inReach: true } | { inReach: false; pointer: string }

const findFailing = (node: Population, facts: PopulationFacts, now: Instant, pointer: string): string => {
  if (node.kind !== 'all') return pointer
  const index = node.of.findIndex(each => !evaluatePopulation(each, facts, now))
  const failing = node.of[index]
  return failing === undefined ? pointer : findFailing(failing, facts, now, `${pointer}/of/${index}`)
}

export const explainReach = (terms: Terms, facts: PopulationFacts, now: Instant): Reach => {
  if (!terms.directFile && !facts.adult) return { inReach: false, pointer: '/directFile' }
  if (evaluatePopulation(terms.population, facts, now)) return { inReach: true }
  return { inReach: false, pointer: findFailing(terms.population, facts, now, '/population') }
}

/** Each class of fields: whether an answer gives it, and the term that decides. */
export const explainClasses = (terms: Terms): { class: FieldClass; given: boolean; pointer: string }[] =>
  fieldClasses.map(name => {
    const index = terms.classes.findIndex(term => term.class === name)
    const term = terms.classes[index]
    return {
      class: name,
      given: term?.visible ?? false,
      pointer: term ? `/classes/${index}/visible` : '/classes',
    }
  })
