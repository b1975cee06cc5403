import type { TemplateBlanks } from '@pars/terms'

/** Made-up blanks for tests of the screens. */
export const exampleBlanks = {
  agreement: 'removal-2017',
  version: 1,
  partner: 'Made-Up Removal Agency',
  units: [{ code: 'removal-unit', name: 'Removal Unit', function: 'Removal' }],
  startsOn: '2017-09-01',
  endsOn: '2018-08-31',
} as unknown as TemplateBlanks
