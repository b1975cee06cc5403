import { carried, offense, person } from './offense.ts'

export const otherOffenses = {
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
