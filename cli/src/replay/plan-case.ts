import {
  bookingSites,
  createRandom,
  defenders,
  districtsOn,
  divisionOf,
  inventedStreets,
  inventPerson,
  officers,
  type PersonInput,
  privateCounsel,
  prosecutors,
} from '@pars/city/made-up'
import type { ArrestReportInput } from '@pars/contract'
import type { ChargeMatch } from './match-charge.ts'
import { type CaseTimes, planTimes } from './plan-times.ts'
import type { CaseRead } from './read-case.ts'

export interface CasePlan {
  readonly key: string
  readonly read: CaseRead
  readonly times: CaseTimes
  readonly officer: { badge: string; name: string }
  readonly place: string
  readonly prosecutorName: string
  readonly defenseName: string | null
  readonly interpreterLanguage: string | null
  readonly report: (charge: ChargeMatch) => ArrestReportInput
}

/** Before the first arrest: an age that is true then stays true for the weeks of the replay. */
const agesAreOf = '2020-05-28'
/** Nobody is under 15 where 42 Pa.C.S. § 6302 sends a case to the adult court; of the old, no source tells more than "61-120". */
const youngest = 15
const oldest = 90

const agesOf = ({ age }: CaseRead): readonly [number, number] | null => {
  if (age === null) return null
  const [from, to] = age
  if (to < 18) return [Math.min(Math.max(from, youngest), to), to]
  const adult = Math.max(from, 18)
  return [adult, Math.max(adult, Math.min(to, oldest))]
}

/** Police numbers from nine million on are the replay's own, and one person's is the same in each case. */
const policeNumberOf = ({ person }: CaseRead): string | null =>
  person === null ? null : String(9_000_000 + Number(person))

/** Somebody who does not exist; who has a number in the file is the same in each case, as old as that row says. */
const personOf = (read: CaseRead, key: string): PersonInput =>
  inventPerson({
    key: `replay ${read.person ?? key}`,
    on: agesAreOf,
    ages: agesOf(read),
    policeNumber: policeNumberOf(read),
  })

const narrative =
  'Replayed from a de-identified file of 2020. The charge, the band of ages, the kind of counsel, the bail, the weekday and the hour are of the file; the person, the officers, the places and the dates are made up.'

/** All that the acts of one case say. The same row and key give the same plan, whenever and wherever it is made. */
export const planCase = (read: CaseRead, key: string): CasePlan => {
  const times = planTimes(read, key)
  const random = createRandom(`replay case ${key}`)
  const district = random.weighted(districtsOn(times.arrestedOn))
  const place = `${100 * (1 + random.int(69))} block ${random.pick(inventedStreets)} Street`
  const [badge, name] = random.pick(officers)
  const dcNumber = `2020${district}${String(1 + random.int(999_999)).padStart(6, '0')}`
  const prosecutorName = random.pick(prosecutors)
  const defenseName = read.counsel && random.pick(read.counsel === 'defender' ? defenders : privateCounsel)
  const person = personOf(read, key)
  const isUnder18 = read.age !== null && read.age[1] < 18
  return {
    key,
    read,
    times,
    place,
    officer: { badge, name },
    prosecutorName,
    defenseName,
    interpreterLanguage: person.interpreterLanguage,
    report: ({ statute, description }) => ({
      intakeNumber: `REPLAY-${key}`,
      personId: null,
      person,
      arrestedAt: times.arrestedAt,
      place,
      district,
      bookingSite: bookingSites[divisionOf(district)] ?? 'Police Detention Unit',
      officers: [{ badge, name }],
      basis: 'sight',
      warrantNumber: null,
      incidents: [dcNumber],
      otn: null,
      charges: [
        { policeChargeId: null, statute, description, grade: null, counts: 1, offenseOn: times.arrestedOn, dcNumber },
      ],
      narrative,
      domesticViolence: false,
      directFile: isUnder18
        ? { parentsNotifiedAt: times.parentsNotifiedAt, parentsNotifiedBy: 'Youth aid officer' }
        : null,
      victimsAndWitnesses: [],
    }),
  }
}
