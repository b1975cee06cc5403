/** Text that every paper shares. */
export const pageOf = (number: number, count: number): string => `Page ${number} of ${count}`

export const madeUp = 'MADE-UP CITY. NOBODY HERE IS REAL.'

export const missingNote = (codes: readonly string[]): string =>
  `Each box in this paper stands for a character that no font of this system can draw (${codes.join('; ')}). The record holds it. Write the name in by hand before anybody signs.`

export const numberWords = (number: number | null): string =>
  number === null ? 'its journal number is not given yet' : `journal number ${number}`

export const captionWords = {
  commonwealth: 'Commonwealth of Pennsylvania',
  versus: 'v.',
  defendant: 'Defendant',
  docket: 'Docket number',
  notFiled: 'Not filed yet',
  otn: 'Offense Tracking Number (OTN)',
  incidents: 'Incident (DC) numbers',
  none: 'None',
  notKnown: 'Not known',
} as const

export const courtOf = (city: string): string => `${city} Municipal Court`

export const chargeColumns = {
  number: 'No.',
  statute: 'Statute',
  offense: 'Offense',
  grade: 'Grade',
  counts: 'Counts',
  on: 'Date',
  dcNumber: 'DC number',
} as const

export const ungraded = 'Ungraded'
