import type { OffenseCategory } from '../figures/offense-mix.ts'
import { drugOffenses } from './offenses/drug-offenses.ts'
import type { Offense } from './offenses/offense.ts'
import { otherOffenses } from './offenses/other-offenses.ts'
import { propertyOffenses } from './offenses/property-offenses.ts'
import { violentOffenses } from './offenses/violent-offenses.ts'

/** For each category of the published mix, the offenses it stands for here. The sets are invented, the citations are real. */
export const offensesByCategory: Readonly<Record<OffenseCategory, readonly Offense[]>> = {
  ...drugOffenses,
  ...violentOffenses,
  ...propertyOffenses,
  ...otherOffenses,
}

/** Where a person under 18 can be charged as an adult at once (42 Pa.C.S. § 6302, exclusions from "delinquent act"). */
export const directFileCategories: readonly OffenseCategory[] = [
  'Robbery with a Deadly Weapon',
  'Carjacking',
  'Non-Fatal Shooting',
  'Homicide: Shooting',
  'Homicide: Other',
]
