import { carried, offense, person } from './offense.ts'

export const violentOffenses = {
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
