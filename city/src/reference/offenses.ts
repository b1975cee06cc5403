import type { OffenseCategory } from '../figures/offense-mix.ts'

/** Citation, grade, and how often the charge goes with the lead charge (1 is always). Grades are chosen, no source has them. */
export type TypicalCharge = readonly [statute: string, grade: string | null, share: number]

export interface Offense {
  /** Weight among the offenses of its category. */
  weight: number
  /** The lead charge first. */
  charges: readonly TypicalCharge[]
  /** What happened, for the narrative and the complaint. `{place}` is replaced. */
  story: string
  victim: boolean
  /** How many of ten are domestic. */
  domestic: number
}

const offense = (
  weight: number,
  story: string,
  charges: readonly TypicalCharge[],
  more: Partial<Offense> = {},
): Offense => ({
  weight,
  charges,
  story,
  victim: false,
  domestic: 0,
  ...more,
})

const person: Partial<Offense> = { victim: true }
const carried = [
  ['18 § 6106 §§ A1', 'F3', 1],
  ['18 § 6108', 'M1', 0.9],
] as const

const drugOffenses = {
  'Drug Possession': [
    offense(7, 'was seen buying and then discarding a packet of suspected narcotics at {place}', [
      ['35 § 780-113 §§ A16', 'M', 1],
      ['35 § 780-113 §§ A32', 'M', 0.25],
    ]),
    offense(3, 'bought suspected narcotics from a person unknown at {place}', [
      ['35 § 780-113 §§ A19', 'M', 1],
      ['35 § 780-113 §§ A16', 'M', 0.7],
    ]),
    offense(1, 'was stopped at {place} with a small amount of suspected marijuana', [['35 § 780-113 §§ A31I', 'M', 1]]),
  ],
  'Drug Sales': [
    offense(9, 'was observed in three hand-to-hand sales at {place}; packets and currency were recovered', [
      ['35 § 780-113 §§ A30', 'F', 1],
      ['35 § 780-113 §§ A16', 'M', 0.95],
      ['18 § 903', 'F', 0.3],
      ['18 § 7512 §§ A', 'F3', 0.12],
    ]),
    offense(1, 'delivered paraphernalia and packets to a plainclothes officer at {place}', [
      ['35 § 780-113 §§ A30', 'F', 1],
      ['35 § 780-113 §§ A33', 'M', 0.8],
    ]),
  ],
  'Drug Sales with a Firearm': [
    offense(1, 'was arrested after observed sales at {place}; a loaded handgun lay within reach', [
      ['35 § 780-113 §§ A30', 'F', 1],
      ['18 § 6105 §§ A1', 'F1', 0.6],
      ...carried,
      ['35 § 780-113 §§ A16', 'M', 0.9],
    ]),
  ],
  'Drug Possession in Jails': [
    offense(1, 'was found with suspected narcotics during a search on admission at {place}', [
      ['18 § 5123 §§ A', 'F2', 1],
      ['35 § 780-113 §§ A16', 'M', 0.8],
    ]),
  ],
} as const

const violentOffenses = {
  'Aggravated Assault': [
    offense(
      5,
      'struck the complainant several times with a bottle at {place}, breaking a bone',
      [
        ['18 § 2702 §§ A1', 'F1', 1],
        ['18 § 2701 §§ A', 'M2', 0.95],
        ['18 § 2705', 'M2', 0.9],
        ['18 § 907 §§ A', 'M1', 0.5],
      ],
      { victim: true, domestic: 3 },
    ),
    offense(
      3,
      'threatened and cut the complainant with a knife at {place}',
      [
        ['18 § 2702 §§ A4', 'F2', 1],
        ['18 § 907 §§ A', 'M1', 0.9],
        ['18 § 2701 §§ A', 'M2', 0.9],
        ['18 § 2706 §§ A1', 'M1', 0.5],
      ],
      { victim: true, domestic: 3 },
    ),
    offense(2, 'kicked an officer while being moved from {place}', [
      ['18 § 2702 §§ A3', 'F2', 1],
      ['18 § 5104', 'M2', 0.8],
      ['18 § 2701 §§ A', 'M2', 0.8],
    ]),
  ],
  'Simple Assault': [
    offense(
      7,
      'punched the complainant in the face during an argument at {place}',
      [
        ['18 § 2701 §§ A', 'M2', 1],
        ['18 § 2705', 'M2', 0.6],
        ['18 § 2709 §§ A1', 'S', 0.3],
      ],
      { victim: true, domestic: 5 },
    ),
    offense(
      3,
      'raised a bat at the complainant at {place} and put that person in fear',
      [
        ['18 § 2701 §§ A3', 'M2', 1],
        ['18 § 907 §§ A', 'M1', 0.6],
        ['18 § 2706 §§ A1', 'M1', 0.5],
      ],
      { victim: true, domestic: 4 },
    ),
  ],
  Robbery: [
    offense(
      6,
      'took a telephone from the complainant by force at {place}',
      [
        ['18 § 3701 §§ A1V', 'F3', 1],
        ['18 § 3921 §§ A', 'M1', 0.95],
        ['18 § 3925 §§ A', 'M1', 0.9],
        ['18 § 2701 §§ A', 'M2', 0.6],
        ['18 § 903', 'F3', 0.25],
      ],
      person,
    ),
    offense(
      4,
      'punched the complainant at {place} and took a wallet',
      [
        ['18 § 3701 §§ A1IV', 'F2', 1],
        ['18 § 3921 §§ A', 'M1', 0.95],
        ['18 § 2701 §§ A', 'M2', 0.9],
      ],
      person,
    ),
  ],
  'Robbery with a Deadly Weapon': [
    offense(
      1,
      'pointed a handgun at the complainant at {place} and demanded money',
      [
        ['18 § 3701 §§ A1II', 'F1', 1],
        ['18 § 907 §§ A', 'M1', 0.95],
        ...carried,
        ['18 § 3921 §§ A', 'M1', 0.9],
        ['18 § 903', 'F1', 0.35],
      ],
      person,
    ),
  ],
  Carjacking: [
    offense(
      1,
      'forced the driver out of a car at {place} and drove off',
      [
        ['18 § 3702 §§ A', 'F1', 1],
        ['18 § 3701 §§ A1II', 'F1', 0.95],
        ['18 § 3925 §§ A', 'F3', 0.8],
      ],
      person,
    ),
  ],
  'Non-Fatal Shooting': [
    offense(
      1,
      'fired several shots at the complainant at {place} and struck a leg',
      [
        ['18 § 2702 §§ A1', 'F1', 1],
        ['18 § 901 §§ A', 'F1', 0.6],
        ...carried,
        ['18 § 907 §§ A', 'M1', 0.95],
        ['18 § 2705', 'M2', 0.9],
      ],
      person,
    ),
  ],
  'Homicide: Shooting': [
    offense(
      1,
      'was identified by two witnesses and by video as the person who shot the decedent at {place}',
      [['18 § 2502', 'H', 1], ['18 § 907 §§ A', 'M1', 1], ...carried],
      person,
    ),
  ],
  'Homicide: Other': [
    offense(
      3,
      'was identified as the person who stabbed the decedent at {place}',
      [
        ['18 § 2502', 'H', 1],
        ['18 § 907 §§ A', 'M1', 1],
      ],
      person,
    ),
    offense(
      1,
      'drove through a red signal at {place} and struck a person who died',
      [
        ['75 § 3735 §§ A', 'F2', 1],
        ['75 § 3732 §§ A', 'F3', 1],
        ['18 § 2504 §§ A', 'M1', 0.8],
        ['75 § 3802 §§ A1*', 'M', 0.9],
      ],
      person,
    ),
  ],
  Strangulation: [
    offense(
      1,
      'pressed both hands on the throat of the complainant during an argument at {place}',
      [
        ['18 § 2718 §§ A1', 'F2', 1],
        ['18 § 2701 §§ A', 'M2', 0.95],
        ['18 § 2705', 'M2', 0.8],
        ['18 § 2706 §§ A1', 'M1', 0.3],
      ],
      { victim: true, domestic: 9 },
    ),
  ],
  'Threats of Violence': [
    offense(
      1,
      'said over the telephone and again at {place} that the complainant would be killed',
      [
        ['18 § 2706 §§ A1', 'M1', 1],
        ['18 § 2709 §§ A4', 'M3', 0.6],
        ['18 § 2701 §§ A3', 'M2', 0.3],
      ],
      { victim: true, domestic: 4 },
    ),
  ],
  'Other Violent Crimes': [
    offense(4, 'was stopped at {place} holding a knife after a report of a person with a weapon', [
      ['18 § 907 §§ A', 'M1', 1],
    ]),
    offense(
      2,
      "held the complainant in a room at {place} against that person's will for an hour",
      [
        ['18 § 2902 §§ A1', 'M1', 1],
        ['18 § 2903 §§ A', 'M2', 0.95],
        ['18 § 2701 §§ A', 'M2', 0.7],
      ],
      { victim: true, domestic: 6 },
    ),
    offense(
      1,
      'fired at the door of an occupied house at {place}',
      [
        ['18 § 2707.1 §§ A', 'F3', 1],
        ['18 § 2705', 'M2', 1],
      ],
      person,
    ),
  ],
  'Violation of Protection Order': [
    offense(
      1,
      'came to {place} although an order of protection, served in May, forbids it',
      [
        ['23 § 6114 §§ A', 'IC', 1],
        ['18 § 2709 §§ A4', 'M3', 0.2],
      ],
      { victim: true, domestic: 10 },
    ),
  ],
  'Other Assaults': [
    offense(1, 'drove at a group of people at {place} and stopped short of them', [['18 § 2705', 'M2', 1]], person),
  ],
  'Ethnic Intimidation': [
    offense(
      1,
      'shouted at the complainant at {place} about origin and threw a brick',
      [
        ['18 § 2710 §§ A', 'M2', 1],
        ['18 § 2706 §§ A1', 'M1', 0.9],
      ],
      person,
    ),
  ],
  'Victim/Witness Intimidation & Retaliation': [
    offense(
      3,
      'told the complainant at {place} not to come to court next week',
      [
        ['18 § 4952 §§ A1', 'F3', 1],
        ['18 § 2706 §§ A1', 'M1', 0.7],
      ],
      person,
    ),
    offense(
      1,
      'broke the windows of a witness at {place} after a hearing',
      [
        ['18 § 4953 §§ A', 'F3', 1],
        ['18 § 3304 §§ A5', 'M3', 0.8],
      ],
      person,
    ),
  ],
  Rape: [
    offense(
      1,
      'is accused by the complainant, who was examined at a hospital, of an act by force at {place}',
      [
        ['18 § 3121 §§ A1', 'F1', 1],
        ['18 § 3124.1', 'F2', 0.95],
        ['18 § 3126 §§ A2', 'M1', 0.9],
        ['18 § 2903 §§ A', 'M2', 0.5],
      ],
      { victim: true, domestic: 2 },
    ),
  ],
  'Sexual Assault and Other Sex Offenses': [
    offense(
      3,
      'touched the complainant without consent at {place}',
      [
        ['18 § 3126 §§ A1', 'M2', 1],
        ['18 § 2709 §§ A1', 'S', 0.4],
      ],
      person,
    ),
    offense(1, 'arranged to meet a person under age at {place} and was met by officers', [
      ['18 § 6318 §§ A1', 'F3', 1],
      ['18 § 7512 §§ A', 'F3', 0.7],
    ]),
    offense(1, 'was seen exposed at {place} by several people', [['18 § 3127 §§ A', 'M2', 1]]),
  ],
} as const

const propertyOffenses = {
  Theft: [
    offense(
      6,
      'took tools from an open garage at {place}',
      [
        ['18 § 3921 §§ A', 'M1', 1],
        ['18 § 3925 §§ A', 'M1', 0.9],
        ['18 § 903', 'M1', 0.2],
      ],
      person,
    ),
    offense(
      3,
      'was found at {place} with goods reported stolen two days earlier',
      [['18 § 3925 §§ A', 'F3', 1]],
      person,
    ),
    offense(1, 'obtained a deposit at {place} for work that was never begun', [['18 § 3922 §§ A1', 'F3', 1]], person),
  ],
  'Retail Theft': [
    offense(8, 'passed the registers of a store at {place} with goods under a coat', [
      ['18 § 3929 §§ A1', 'M1', 1],
      ['18 § 3925 §§ A', 'M1', 0.5],
    ]),
    offense(1, 'removed security tags from clothing in a store at {place}', [
      ['18 § 3929 §§ A5', 'F3', 1],
      ['18 § 3929 §§ A1', 'F3', 1],
    ]),
  ],
  'Auto Theft': [
    offense(
      1,
      'was driving a car at {place} that was reported stolen',
      [
        ['18 § 3928 §§ A', 'M2', 1],
        ['18 § 3925 §§ A', 'F3', 0.95],
        ['18 § 3921 §§ A', 'F3', 0.5],
        ['75 § 3733 §§ A', 'F3', 0.15],
      ],
      person,
    ),
  ],
  'Theft from Auto': [
    offense(
      1,
      'broke the window of a parked car at {place} and took a bag',
      [
        ['18 § 3934 §§ A', 'M1', 1],
        ['18 § 3304 §§ A5', 'M3', 0.8],
      ],
      person,
    ),
  ],
  'Burglary/Residential': [
    offense(
      5,
      'entered a house at {place} through a rear window while the owner was away',
      [
        ['18 § 3502 §§ A2', 'F1', 1],
        ['18 § 3503 §§ A1II', 'F2', 0.95],
        ['18 § 3921 §§ A', 'M1', 0.7],
        ['18 § 3304 §§ A5', 'M3', 0.5],
      ],
      person,
    ),
    offense(
      4,
      'entered a house at {place} at night while a family slept there',
      [
        ['18 § 3502 §§ A1II', 'F1', 1],
        ['18 § 3503 §§ A1II', 'F2', 0.95],
        ['18 § 3921 §§ A', 'F3', 0.5],
      ],
      { victim: true, domestic: 2 },
    ),
  ],
  'Burglary/Commercial': [
    offense(
      1,
      'forced the shutter of a closed store at {place} and took the register',
      [
        ['18 § 3502 §§ A4', 'F2', 1],
        ['18 § 3503 §§ A1II', 'F2', 0.9],
        ['18 § 3921 §§ A', 'M1', 0.8],
        ['18 § 903', 'F2', 0.3],
      ],
      person,
    ),
  ],
  Trespass: [
    offense(2, 'was found asleep in a vacant house at {place}', [['18 § 3503 §§ A1I', 'F3', 1]], person),
    offense(3, 'refused to leave {place} after being told twice', [['18 § 3503 §§ B1I', 'M3', 1]], person),
  ],
  'Criminal Mischief': [
    offense(
      1,
      'scratched and dented a parked car at {place} after a quarrel',
      [
        ['18 § 3304 §§ A5', 'M3', 1],
        ['18 § 2709 §§ A1', 'S', 0.2],
      ],
      { victim: true, domestic: 4 },
    ),
  ],
  Fraud: [
    offense(
      3,
      "used another person's bank card at a store at {place}",
      [
        ['18 § 4106 §§ A1', 'F3', 1],
        ['18 § 3922 §§ A1', 'M1', 0.8],
        ['18 § 4120 §§ A', 'M1', 0.5],
      ],
      person,
    ),
    offense(
      2,
      'presented a forged check at {place}',
      [
        ['18 § 4101 §§ A3', 'F2', 1],
        ['18 § 3922 §§ A1', 'M1', 0.8],
      ],
      person,
    ),
  ],
  Arson: [
    offense(
      1,
      'set fire to trash against the door of an occupied building at {place}',
      [
        ['18 § 3301 §§ A1I', 'F1', 1],
        ['18 § 3302 §§ A', 'F1', 0.6],
        ['18 § 2705', 'M2', 0.9],
      ],
      person,
    ),
  ],
  'Other Property Crimes': [
    offense(1, 'painted words on the wall of a school at {place}', [['18 § 3307 §§ A.1', 'M2', 1]], person),
    offense(1, 'left a restaurant at {place} without paying', [['18 § 3926 §§ A1', 'M2', 1]], person),
  ],
} as const

const otherOffenses = {
  DUI: [
    offense(6, 'was found asleep at the wheel of a running car at {place}; speech was slurred', [
      ['75 § 3802 §§ A1*', 'M', 1],
      ['75 § 3714 §§ A', 'S', 0.3],
    ]),
    offense(2, 'drove against traffic at {place}; a blood test was taken', [
      ['75 § 3802 §§ C*', 'M', 1],
      ['75 § 3802 §§ A1*', 'M', 1],
      ['75 § 3736 §§ A', 'S', 0.6],
    ]),
    offense(2, 'struck a parked car at {place} and appeared to be under the influence of a drug', [
      ['75 § 3802 §§ D2*', 'M', 1],
      ['75 § 3802 §§ A1*', 'M', 0.7],
    ]),
  ],
  'Firearm Possession without a License': [
    offense(1, 'was stopped in a car at {place}; a loaded handgun lay under the seat, and no license was found', [
      ...carried,
    ]),
  ],
  'Firearm Possession by a Prohibited Person': [
    offense(1, 'ran from officers at {place} and dropped a handgun; an earlier conviction forbids having one', [
      ['18 § 6105 §§ A1', 'F1', 1],
      ...carried,
      ['18 § 6110.2 §§ A', 'F2', 0.12],
    ]),
  ],
  'Altered Firearm Serial Number': [
    offense(1, 'had a handgun at {place} whose number was filed off', [['18 § 6110.2 §§ A', 'F2', 1], ...carried]),
  ],
  'Other Firearm Offenses': [
    offense(2, 'carried a rifle on the street at {place} without a license', [['18 § 6108', 'M1', 1]]),
    offense(1, 'gave a false answer on the form for buying a handgun at {place}', [['18 § 6111 §§ G4II', 'F3', 1]]),
  ],
  'Prostitution/Sex Work': [
    offense(1, 'offered an act for money to a plainclothes officer at {place}', [['18 § 5902 §§ A1', 'M3', 1]]),
  ],
  'Patronizing Prostitutes/Sex Workers': [
    offense(1, 'offered money for an act to a plainclothes officer at {place}', [['18 § 5902 §§ E', 'M3', 1]]),
  ],
  'Promoting Prostitution': [offense(1, 'ran a business of that kind at {place}', [['18 § 5902 §§ B1', 'F3', 1]])],
  'Disorderly Conduct': [
    offense(1, 'fought with two others in the roadway at {place} and would not stop', [['18 § 5503 §§ A1', 'M3', 1]]),
  ],
  'Illegal Dumping/Littering': [
    offense(1, 'unloaded construction waste from a truck at {place}', [['18 § 6501 §§ A3', 'M3', 1]]),
  ],
  'Uncategorized Offenses': [
    offense(5, 'was found at {place} to be wanted on a warrant of another state', [['42 § 9161', null, 1]]),
    offense(4, 'pulled away from officers at {place} and struggled', [
      ['18 § 5104', 'M2', 1],
      ['18 § 5101', 'M2', 0.4],
      ['18 § 5503 §§ A4', 'M3', 0.5],
    ]),
    offense(3, 'drove off from a stop at {place} at high speed', [
      ['75 § 3733 §§ A', 'F3', 1],
      ['18 § 2705', 'M2', 0.7],
      ['75 § 3736 §§ A', 'S', 0.8],
    ]),
    offense(
      2,
      'left the scene of a collision at {place} in which a person was hurt',
      [['75 § 3742 §§ A', 'M1', 1]],
      person,
    ),
    offense(2, 'left two small children alone overnight at {place}', [['18 § 4304 §§ A1', 'M1', 1]], person),
    offense(2, 'followed the complainant from work to {place} on four days', [['18 § 2709.1 §§ A1', 'M1', 1]], {
      victim: true,
      domestic: 6,
    }),
    offense(2, 'gave a false name to officers at {place}', [['18 § 4914 §§ A', 'M3', 1]]),
    offense(1, 'did not return to a residential program at {place}', [['18 § 5121 §§ A', 'F3', 1]]),
    offense(1, 'had not registered a new address at {place}', [['18 § 4915.1 §§ A1', 'F2', 1]]),
  ],
} as const

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
