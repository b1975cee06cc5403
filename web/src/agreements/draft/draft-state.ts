import type { PlainDate } from '@pars/domain'
import { type TemplateName, type Terms, templates, type UnitTerm } from '@pars/terms'

/** What is being drafted, as the form holds it: it may be incomplete. */
export interface Draft {
  partnerId: string
  terms: Terms
  prose: string
  /** The version that this one would follow; null for a new agreement. */
  before: Terms | null
}

interface Beginning {
  partnerId: string
  partner: string
  units: readonly UnitTerm[]
}

/** A new agreement from a template; code and dates are blank, so that nobody puts an example on file. */
export const beginFrom = (template: TemplateName, { partnerId, partner, units }: Beginning): Draft => ({
  partnerId,
  terms: templates[template]({
    agreement: '',
    version: 1,
    partner,
    units: [...units],
    startsOn: '' as PlainDate,
    endsOn: '' as PlainDate,
  }),
  prose: '',
  before: null,
})

/** The next version of an agreement: what stands now, to be changed. */
export const beginAfter = (partnerId: string, newest: Terms, prose: string | null): Draft => ({
  partnerId,
  terms: { ...newest, version: newest.version + 1 },
  prose: prose ?? '',
  before: newest,
})

/** Whether a kept value has the shape of a draft; a browser tab may hold one of an older program. */
export const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'partnerId' in value &&
  'terms' in value &&
  typeof value.terms === 'object' &&
  value.terms !== null &&
  hasParts(value.terms) &&
  'prose' in value &&
  typeof value.prose === 'string' &&
  'before' in value

const parts = [
  'units',
  'purposes',
  'questions',
  'classes',
  'population',
  'limits',
  'obligations',
  'notice',
  'confirmationOutage',
]

/** Whether JSON that somebody pasted has the parts that the form needs to show it; what is wrong inside, the rules say. */
export const hasParts = (value: unknown): value is Terms =>
  typeof value === 'object' &&
  value !== null &&
  parts.every(part => {
    const found: unknown = (value as Record<string, unknown>)[part]
    return typeof found === 'object' && found !== null
  }) &&
  ['units', 'purposes', 'questions', 'classes', 'obligations'].every(part =>
    Array.isArray((value as Record<string, unknown>)[part]),
  )
