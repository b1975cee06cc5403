import type { Story, StoryOptions, TermsData, TermsFor } from '@pars/city/scenarios'
import { type TemplateBlanks, type Terms, templates } from '@pars/terms'
import { termsOf2017, withoutAttributes } from '@pars/terms/stories'

const asData = (terms: Terms): TermsData => JSON.parse(JSON.stringify(terms)) as TermsData
const blanksOf = (given: TermsFor): TemplateBlanks => given as TemplateBlanks

/** What the names of terms in a story mean. */
export const storyTerms = ({ dailyQuestion }: Story): StoryOptions['terms'] => {
  const wide = (given: TermsFor): Terms => {
    const terms = termsOf2017(blanksOf(given))
    return dailyQuestion === 'granted' ? terms : withoutAttributes(terms)
  }
  const narrow = (given: TermsFor): Terms => {
    const terms = wide(given)
    return { ...terms, classes: terms.classes.filter(each => each.class !== 'address') }
  }
  return {
    wide: given => asData(wide(given)),
    'wide-without-addresses': given => asData(narrow(given)),
    'one-person-at-a-time': given => asData(templates['one-person-at-a-time'](blanksOf(given))),
    pretrial: given => asData(templates.pretrial(blanksOf(given))),
    warrants: given => asData(templates.warrants(blanksOf(given))),
  }
}
