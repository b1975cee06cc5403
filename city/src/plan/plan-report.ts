import type { ArrestReportInput } from '@pars/contract'
import { overDispersedCount } from '../chance/distributions.ts'
import type { Random } from '../chance/random.ts'
import { shares } from '../figures/conduct.ts'
import { districtsOn } from '../figures/districts.ts'
import type { OffenseCategory } from '../figures/offense-mix.ts'
import type { PersonInput } from '../people/invent-person.ts'
import type { Offense } from '../reference/offenses/offense.ts'
import { offensesByCategory } from '../reference/offenses.ts'
import { bookingSites, divisionOf, inventedStreets } from '../reference/places.ts'
import { officers, witnesses } from '../reference/staff.ts'
import { describeStatute } from '../reference/statutes.ts'
import { instantText, minutes, wallTimeOf } from '../time/city-time.ts'

export interface ReportWish {
  intakeNumber: string
  arrestedAt: number
  category: OffenseCategory
  person: PersonInput
  otn: string | null
  isUnder18: boolean
}

const dcNumber = (random: Random, date: string, district: string): string =>
  `${date.slice(0, 4)}${district}${String(1 + random.int(999_999)).padStart(6, '0')}`

const chargesOf = (
  random: Random,
  offense: Offense,
  date: string,
  incidents: readonly string[],
): ArrestReportInput['charges'] =>
  offense.charges
    .filter(([, , share]) => random.chance(share))
    .map(([statute, grade], index) => ({
      policeChargeId: null,
      statute,
      description: describeStatute(statute),
      grade: grade as ArrestReportInput['charges'][number]['grade'],
      counts: index === 0 && random.chance(0.06) ? 2 : 1,
      offenseOn: date,
      dcNumber: incidents[0] ?? '',
    }))

/** A second incident clears with the same arrest: the lead charge again, on another day. */
const clearing = (
  charges: ArrestReportInput['charges'],
  incidents: readonly string[],
): ArrestReportInput['charges'] => {
  const lead = charges[0]
  const second = incidents[1]
  return lead && second ? [...charges, { ...lead, counts: 1, dcNumber: second }] : charges
}

const parties = (random: Random, offense: Offense): ArrestReportInput['victimsAndWitnesses'] => {
  const contact = () => (random.chance(0.8) ? `215-555-01${String(random.int(100)).padStart(2, '0')}` : null)
  const victims = offense.victim ? [{ kind: 'victim' as const, name: random.pick(witnesses), contact: contact() }] : []
  const others = random.chance(0.35)
    ? [{ kind: 'witness' as const, name: random.pick(witnesses), contact: contact() }]
    : []
  return [...victims, ...others]
}

const officersOf = (random: Random): ArrestReportInput['officers'] => {
  const first = random.int(officers.length)
  const count = 1 + Math.min(2, overDispersedCount(random, 0.7, 3))
  return Array.from({ length: count }, (_, index) => {
    const [badge, name] = officers[(first + index * 5) % officers.length] ?? ['0000', 'Officer']
    return { badge, name }
  })
}

/** The paper that police make of an arrest. `secondIncident` gives it a charge of its own, for a second case. */
export const planReport = (random: Random, wish: ReportWish, secondIncident: boolean): ArrestReportInput => {
  const { date } = wallTimeOf(wish.arrestedAt)
  const district = random.weighted(districtsOn(date))
  const offense = random.weighted(offensesByCategory[wish.category].map(offense => [offense, offense.weight] as const))
  const place = `${100 * (1 + random.int(69))} block ${random.pick(inventedStreets)} Street`
  const incidents = [dcNumber(random, date, district), ...(secondIncident ? [dcNumber(random, date, district)] : [])]
  const onWarrant = random.chance(shares.value.onWarrant) || offense.charges[0]?.[0] === '42 § 9161'
  return {
    intakeNumber: wish.intakeNumber,
    personId: null,
    person: wish.person,
    arrestedAt: instantText(wish.arrestedAt),
    place,
    district,
    bookingSite: bookingSites[divisionOf(district)] ?? 'Police Detention Unit',
    officers: officersOf(random),
    basis: onWarrant ? 'warrant' : 'sight',
    warrantNumber: onWarrant ? `W-${date.slice(0, 4)}-${String(random.int(1_000_000)).padStart(6, '0')}` : null,
    incidents: [...new Set(incidents)],
    otn: wish.otn,
    charges: clearing(chargesOf(random, offense, date, incidents), incidents),
    narrative: `The person ${offense.story.replace('{place}', place)}. Officers of the district made the arrest without further incident.`,
    domesticViolence: random.chance(offense.domestic / 10),
    directFile: wish.isUnder18
      ? {
          parentsNotifiedAt: instantText(wish.arrestedAt + (20 + random.int(20)) * minutes),
          parentsNotifiedBy: 'Youth aid officer',
        }
      : null,
    victimsAndWitnesses: parties(random, offense),
  }
}
