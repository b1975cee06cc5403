import type { ArrestReportInput } from '@pars/contract'
import { createRandom, type Random } from '../chance/random.ts'
import {
  ageBands,
  aliasShare,
  birthCountryAsked,
  birthDateUnknownShare,
  bornAbroadByHeritage,
  heritages,
  interpreterShareOfBornAbroad,
  otherRaces,
  races,
  sexes,
  ssnGivenShare,
} from '../figures/people.ts'
import { inventedStreets } from '../reference/places.ts'
import { addDays } from '../time/city-time.ts'
import { birthCountries, type Heritage, names, unusualNames } from './names.ts'

export type PersonInput = ArrestReportInput['person']
type PersonName = PersonInput['names'][number]

export interface PersonWish {
  /** The same key gives the same person. */
  key: string
  /** The day on which the age is true, YYYY-MM-DD. */
  on: string
  /** Ages from and to; null for an unknown birth date; absent for the mix of the figures. */
  ages?: readonly [number, number] | null
  policeNumber: string | null
}

const raceOf = (random: Random): PersonInput['race'] => {
  const race = random.weighted(races.value)
  return race === 'other' ? random.weighted(otherRaces.value) : race
}

const heritageOf = (random: Random, race: PersonInput['race']): Heritage => {
  if (race === 'black' || race === 'white') return random.weighted<Heritage>(heritages.value[race])
  if (race === 'asian' || race === 'asian-pacific-islander') return random.weighted<Heritage>(heritages.value.asian)
  return random.weighted<Heritage>(heritages.value.other)
}

const namesOf = (random: Random, heritage: Heritage, sex: PersonInput['sex']): PersonName[] => {
  const list = names[heritage]
  const given = list[sex === 'female' ? 'female' : 'male']
  const usual = { last: random.pick(list.last), first: random.pick(given) as string | null }
  const { last, first } = random.chance(0.012) ? random.pick(unusualNames) : usual
  const stated: PersonName = {
    kind: 'stated',
    last,
    first,
    middle: random.chance(0.25) ? String.fromCharCode(65 + random.int(26)) : null,
    suffix: sex === 'male' && random.chance(0.04) ? random.pick(['Jr.', 'III']) : null,
  }
  if (list.ownScript && random.chance(0.35)) {
    const [ownLast, ownFirst] = random.pick(list.ownScript)
    return [stated, { kind: 'alias', last: ownLast, first: ownFirst, middle: null, suffix: null }]
  }
  if (!random.chance(aliasShare.value)) return [stated]
  return [
    stated,
    { kind: 'alias', last: random.pick(list.last), first: random.pick(given), middle: null, suffix: null },
  ]
}

/** A birth date that gives an age between the two, inclusive, on that day and for two months after it. */
const bornOn = (random: Random, on: string, [from, to]: readonly [number, number]): string => {
  const age = from + random.int(to - from + 1)
  const year = Number(on.slice(0, 4)) - age
  const day = on.slice(5) === '02-29' ? '02-28' : on.slice(5)
  return addDays(`${year}-${day}`, -random.int(300))
}

const agesOf = (random: Random, wish: PersonWish): readonly [number, number] | null => {
  if (wish.ages !== undefined) return wish.ages
  if (random.chance(birthDateUnknownShare.value)) return null
  const [from, to] = random.weighted(ageBands.value.map(([from, to, persons]) => [[from, to], persons] as const))
  return [from, to] as const
}

const originOf = (random: Random, heritage: Heritage) => {
  const [code, language] = random.weighted(
    birthCountries[heritage].map(([code, weight, language]) => [[code, language], weight] as const),
  )
  const isAbroad = random.chance(bornAbroadByHeritage.value[heritage])
  const needsInterpreter = isAbroad && language !== 'English' && random.chance(interpreterShareOfBornAbroad.value)
  const kind = random.weighted(birthCountryAsked.value)
  const countryOfBirth: PersonInput['countryOfBirth'] =
    kind === 'self-reported' ? { kind, codeSystem: 'genc', code: isAbroad ? (code ?? 'USA') : 'USA' } : { kind }
  return { countryOfBirth, interpreterLanguage: needsInterpreter ? (language ?? null) : null }
}

/** Numbers of these areas were never given to anybody. */
const ssnOf = (random: Random): string =>
  `${random.pick(['000', '666'])}-${String(1 + random.int(99)).padStart(2, '0')}-${String(1 + random.int(9999)).padStart(4, '0')}`

/** Somebody who does not exist. The same key gives the same name, race and SSN; the age is true on the given day and for two months. */
export const inventPerson = (wish: PersonWish): PersonInput => {
  const random = createRandom(`person ${wish.key}`)
  const sex = random.weighted(sexes.value)
  const race = raceOf(random)
  const heritage = heritageOf(random, race)
  const named = namesOf(random, heritage, sex)
  const { countryOfBirth, interpreterLanguage } = originOf(random, heritage)
  const isHispanic = heritage === 'spanish'
  const ssn = random.chance(ssnGivenShare.value) ? ssnOf(random) : null
  const street = `${100 * (1 + random.int(70)) + random.int(99)} ${random.pick(inventedStreets)} Street`
  const hasAddress = random.chance(0.93)
  const ages = agesOf(random, wish)
  return {
    names: named,
    bornOn: ages === null ? null : bornOn(random, wish.on, ages),
    sex,
    race,
    ethnicity: isHispanic ? 'hispanic' : random.chance(0.8) ? 'not-hispanic' : 'unknown',
    countryOfBirth,
    ssn,
    addresses: hasAddress ? [{ line: street, city: 'Philadelphia', state: 'PA', zip: '19100' }] : [],
    interpreterLanguage,
    policeNumber: wish.policeNumber,
    photoReference: null,
  }
}
