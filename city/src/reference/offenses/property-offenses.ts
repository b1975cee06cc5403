import { offense, person } from './offense.ts'

export const propertyOffenses = {
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
