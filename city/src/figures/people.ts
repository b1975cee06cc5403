import { assumed, measured } from './figure.ts'

const bailRows = 'Philadelphia Bail Fund, 2020'

/** Ages from and to, and persons. The 11 under 18 and 11 of unknown age stand apart. */
export const ageBands = measured(`${bailRows}: 3,450 persons by age band`, [
  [18, 20, 308],
  [21, 25, 715],
  [26, 30, 695],
  [31, 35, 550],
  [36, 40, 383],
  [41, 45, 284],
  [46, 50, 173],
  [51, 60, 262],
  [61, 79, 58],
] as const)

/** 11 of 3,450 persons; every one of them charged with an offense that leads a minor to an adult court. */
export const under18Share = measured(`${bailRows}: persons under 18 among those charged as adults`, 0.0032)
export const birthDateUnknownShare = measured(`${bailRows}: persons whose age is blank or not valid`, 0.0032)

export const sexes = measured(`${bailRows}: 23,186 cases by sex`, [
  ['male', 19_441],
  ['female', 3_744],
  ['unknown', 1],
] as const)

/** Courts publish Black, White and Other only; the split of Other is assumed. */
export const races = measured(`${bailRows}: 24,213 cases by race group`, [
  ['black', 15_466],
  ['white', 7_434],
  ['other', 1_313],
] as const)
export const otherRaces = assumed('no source splits the courts\' "Other"', [
  ['asian', 42],
  ['unknown', 38],
  ['asian-pacific-islander', 9],
  ['bi-racial', 8],
  ['native-american-alaskan-native', 3],
] as const)

/** Of 3,450 persons, how many had one docket, two, and so on. */
export const docketsPerPerson = measured(`${bailRows}: 3,450 persons by number of dockets`, [
  [1, 3_005],
  [2, 338],
  [3, 61],
  [4, 22],
  [5, 12],
  [6, 5],
  [7, 4],
  [8, 2],
  [11, 1],
] as const)
/** Chosen so that the two together come near `docketsPerPerson`; many dockets are still rarer than measured. */
export const secondDocketShare = assumed('how often one arrest becomes two cases is published nowhere', 0.03)
export const arrestedAgainShare = assumed('the repeat-arrest rate within months is published nowhere', 0.12)

export const counsel = measured(`${bailRows}: 17,877 cases by kind of counsel; Court Appointed is counted as private`, [
  ['defender', 11_554],
  ['private', 6_323],
] as const)

/** Where names come from, by race as the courts print it. Nobody's race is ever guessed from a name. */
export const heritages = assumed('no source tells the heritage of people arrested', {
  black: [
    ['american', 86],
    ['haitian', 4],
    ['west-african', 4],
    ['spanish', 5],
    ['arabic', 1],
  ],
  white: [
    ['american', 56],
    ['spanish', 27],
    ['irish', 11],
    ['slavic', 4],
    ['arabic', 2],
  ],
  asian: [
    ['chinese', 35],
    ['vietnamese', 35],
    ['khmer', 18],
    ['indian', 12],
  ],
  other: [
    ['spanish', 50],
    ['american', 36],
    ['arabic', 14],
  ],
} as const)

/** Self-reported; the question may be refused. City residents: 13.8% foreign-born in 2017 (Census, by Pew); arrestees unknown. */
export const birthCountryAsked = assumed('no source tells how often arrestees are asked, refuse or answer', [
  ['self-reported', 78],
  ['declined', 6],
  ['not-asked', 16],
] as const)
export const bornAbroadByHeritage = assumed('no source gives the place of birth of arrestees', {
  american: 0.005,
  irish: 0.02,
  spanish: 0.3,
  haitian: 0.6,
  'west-african': 0.6,
  arabic: 0.5,
  slavic: 0.55,
  chinese: 0.6,
  vietnamese: 0.55,
  khmer: 0.4,
  indian: 0.6,
} as const)
export const interpreterShareOfBornAbroad = assumed('no source tells how many need an interpreter', 0.4)
export const aliasShare = assumed('no source tells how many give another name', 0.07)
export const ssnGivenShare = assumed('no source tells how many give a Social Security number', 0.7)
