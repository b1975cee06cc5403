import type { BailType } from '@pars/domain'

/** Rule 524(C), in its order. */
export const typeWords: Record<BailType, string> = {
  ror: 'Release on own recognizance (ROR)',
  nonmonetary: 'Release on nonmonetary conditions',
  unsecured: 'Release on an unsecured bail bond',
  nominal: 'Release on nominal bail',
  monetary: 'Release on a monetary condition',
}

/** What every person on bail owes (Pa.R.Crim.P. 526). */
const duties = [
  'Come to court on every date that is set, until the case is fully over.',
  'Obey every order of the bail authority.',
  'Give the bail authority, the clerk of courts, the attorney for the Commonwealth and the court bail agency written notice of a new address within 48 hours.',
  'Do not threaten, press or take revenge on a victim or a witness, and let nobody do it for you (18\u00a0Pa.C.S. §§\u00a04952, 4953).',
  'Commit no crime.',
]

/** Text of the bail bond, and of the order that refuses bail. */
export const bondWords = {
  title: (refused: boolean, number: string) => `${refused ? 'Order Refusing Bail' : 'Bail Bond'} ${number}`,
  bond: 'Bail Bond',
  refusal: 'Order Refusing Bail',
  orderedBy: (who: string, when: string) => `Ordered by ${who} on ${when}.`,
  defendant: 'Defendant',
  charges: 'Charges',
  noCharges: 'No charges are on record here.',
  release: 'Release on bail (Rule 524)',
  amount: 'Amount of bail',
  deposit: 'Part to be posted',
  depositAll: 'The full amount',
  toPost: 'To be posted for release',
  conditions: 'Conditions for this defendant',
  noConditions: 'No conditions beyond those that bind everybody on bail.',
  duties,
  dutiesTitle: 'Conditions for everybody on bail (Rule 526)',
  next: 'Next court date',
  hearing: 'Hearing',
  when: 'When',
  where: 'Where',
  room: (room: string) => `Room ${room}`,
  noNext: 'No date is set.',
  reasonsTitle: 'Reasons relied on (Rule 523)',
  refusalReasons: 'Reasons for refusing bail (Rule 520)',
  noReasons: 'None recorded.',
  abilityToPay: 'What the defendant is able to pay was considered (Rule 528).',
  later: 'Bail can be set on any day and at any hour. Counsel may ask for it.',
  breach: 'If a condition is broken',
  breachText:
    'The court may revoke release, change the conditions, or issue a warrant (Rule 536). Money that was promised or posted may be forfeited. The money of another person who stands surety may be forfeited only when the defendant fails to appear.',
  agreement: 'Agreement',
  agrees:
    'I have read this bond, or it was read to me in a language that I understand. I have received a copy. I agree to every condition in it.',
  owes: (amount: string) => `If I break a condition, I owe the Commonwealth of Pennsylvania ${amount}.`,
  suretyOwes: 'The surety signs for the full amount of bail, also where only a part of it is deposited (Rule 535).',
  signDefendant: 'Signature of the defendant, date',
  signSurety: 'Signature of the surety, name and address, date',
  signInterpreter: (language: string) => `Signature of the ${language} interpreter, date`,
  signAuthority: 'Bail authority',
  signClerk: 'Clerk, date',
  proof: (refused: boolean, entry: string, number: string) =>
    `This ${refused ? 'order' : 'bail order'} is entry ${entry}, ${number}.`,
} as const
