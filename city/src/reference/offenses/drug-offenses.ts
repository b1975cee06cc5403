import { carried, offense } from './offense.ts'

export const drugOffenses = {
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
