import { measured } from './figure.ts'

export const bailClasses = ['ror', 'unsecured', 'to-10k', 'to-25k', 'to-100k', 'over-100k', 'held'] as const
export type BailClass = (typeof bailClasses)[number]

/** Cases by bail class in the order of `bailClasses`. Cases of unknown bail are left out. */
export const bailMix = measured<Readonly<Record<string, readonly number[]>>>(
  "District Attorney's public dashboard, Philadelphia, 2017-2019: bail by lead charge filed; categories under 30 cases dropped",
  {
    'Drug Possession': [15_754, 604, 656, 51, 22, 5, 0],
    'Drug Sales': [2_673, 2_148, 6_616, 2_325, 766, 462, 3],
    'Aggravated Assault': [114, 563, 3_900, 1_982, 1_365, 791, 18],
    DUI: [5_229, 321, 1_294, 157, 65, 3, 0],
    Theft: [2_593, 570, 1_120, 161, 171, 38, 27],
    'Uncategorized Offenses': [986, 368, 1_201, 721, 880, 275, 69],
    'Simple Assault': [925, 608, 2_074, 110, 29, 7, 1],
    'Retail Theft': [1_992, 337, 402, 4, 1, 0, 0],
    'Auto Theft': [1_695, 334, 453, 48, 17, 11, 3],
    'Other Violent Crimes': [496, 365, 1_188, 301, 120, 44, 4],
    'Burglary/Residential': [242, 153, 1_343, 496, 280, 63, 3],
    'Violation of Protection Order': [515, 384, 1_273, 88, 28, 0, 0],
    'Robbery with a Deadly Weapon': [6, 10, 123, 261, 872, 744, 6],
    'Firearm Possession without a License': [12, 109, 103, 656, 933, 210, 0],
    'Firearm Possession by a Prohibited Person': [2, 16, 16, 73, 721, 1_166, 8],
    Robbery: [49, 62, 585, 680, 407, 98, 6],
    'Threats of Violence': [327, 234, 726, 85, 24, 7, 1],
    Trespass: [538, 226, 401, 50, 23, 4, 0],
    'Prostitution/Sex Work': [963, 99, 66, 0, 0, 0, 0],
    'Drug Sales with a Firearm': [1, 2, 12, 49, 389, 732, 0],
    Fraud: [606, 167, 167, 50, 44, 41, 1],
    Strangulation: [27, 86, 731, 184, 47, 4, 0],
    'Burglary/Commercial': [109, 61, 600, 180, 57, 5, 0],
    'Criminal Mischief': [352, 114, 331, 33, 17, 3, 0],
    Rape: [1, 6, 14, 37, 285, 481, 7],
    'Non-Fatal Shooting': [2, 4, 0, 9, 45, 701, 60],
    'Sexual Assault and Other Sex Offenses': [56, 35, 156, 157, 239, 76, 2],
    'Theft from Auto': [339, 60, 126, 0, 1, 0, 0],
    'Attempted Murder': [2, 1, 1, 3, 42, 318, 113],
    Carjacking: [3, 1, 25, 41, 147, 186, 7],
    'Disorderly Conduct': [283, 26, 41, 4, 1, 1, 0],
    'Patronizing Prostitutes/Sex Workers': [200, 2, 1, 0, 0, 0, 0],
    'Homicide: Shooting': [0, 1, 0, 0, 1, 5, 285],
    'Homicide: Other': [0, 10, 2, 5, 7, 47, 181],
    'Victim/Witness Intimidation & Retaliation': [2, 6, 34, 55, 64, 49, 1],
    'Altered Firearm Serial Number': [0, 5, 3, 51, 118, 35, 0],
    Arson: [2, 7, 36, 51, 61, 15, 0],
    'Other Assaults': [35, 18, 59, 16, 11, 7, 1],
    'Other Property Crimes': [57, 15, 17, 9, 17, 3, 0],
    'Drug Possession in Jails': [65, 24, 36, 3, 3, 0, 0],
    'Other Firearm Offenses': [1, 4, 5, 30, 23, 12, 0],
    'Illegal Dumping/Littering': [32, 3, 2, 0, 0, 0, 0],
  },
)

const every = (): readonly number[] =>
  bailClasses.map((_, index) => Object.values(bailMix.value).reduce((sum, counts) => sum + (counts[index] ?? 0), 0))

/** The classes with their weights for a category; a category that the table lacks gets the weights of all together. */
export const bailClassesOf = (category: string): readonly (readonly [BailClass, number])[] => {
  const counts = bailMix.value[category] ?? every()
  return bailClasses.map((name, index) => [name, counts[index] ?? 0] as const)
}
