import type { PlainDate } from '@pars/domain'
import { type TemplateBlanks, type Terms, templates } from '../src/index.ts'

export const day = (text: string): PlainDate => text as PlainDate

export const blanks: TemplateBlanks = {
  agreement: 'sample-2018',
  version: 1,
  partner: 'Sample Agency',
  units: [{ code: 'sample-unit', name: 'Sample Unit', function: 'Criminal investigations' }],
  startsOn: day('2017-09-01'),
  endsOn: day('2018-08-31'),
}

export const plainTerms: Terms = templates['one-person-at-a-time'](blanks)
