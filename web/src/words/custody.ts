import {
  type CustodyStage,
  type DepartureBasis,
  type HoldKind,
  isRole,
  type NotProducedReason,
  type Party,
  type Permission,
  roleTable,
} from '@pars/domain'

/** How a state is shown: the mark and the color follow from the tone; the words always stand beside them. */
export type Tone = 'waiting' | 'moving' | 'held' | 'free' | 'alarm' | 'unsent'

/** One shape for each tone, so that it reads without color. */
export const toneMark: Record<Tone, string> = {
  waiting: '●',
  moving: '◐',
  held: '■',
  free: '□',
  alarm: '▲',
  unsent: '○',
}

export const stageWords: Record<CustodyStage, { words: string; tone: Tone }> = {
  draft: { words: 'NOT SENT', tone: 'unsent' },
  'sent-to-charging': { words: 'With the prosecutor', tone: 'waiting' },
  'charging-taken': { words: 'Prosecutor is deciding', tone: 'moving' },
  'sent-back': { words: 'Sent back to police', tone: 'waiting' },
  declined: { words: 'Charges declined', tone: 'free' },
  charged: { words: 'Charges decided', tone: 'moving' },
  'complaint-made': { words: 'Complaint made', tone: 'waiting' },
  'complaint-filed': { words: 'Complaint filed', tone: 'waiting' },
  listed: { words: 'Listed for arraignment', tone: 'waiting' },
  'not-produced': { words: 'Not produced', tone: 'waiting' },
  arraigned: { words: 'Arraigned, order to come', tone: 'moving' },
  'bail-set': { words: 'Bail set', tone: 'moving' },
  'bail-refused': { words: 'HELD - BAIL REFUSED', tone: 'held' },
  discharged: { words: 'Discharged', tone: 'free' },
  'departure-proposed': { words: 'Departure proposed', tone: 'moving' },
  'departure-confirmed': { words: 'Departure confirmed', tone: 'moving' },
  released: { words: 'Released', tone: 'free' },
  committed: { words: 'Committed', tone: 'held' },
  'handed-over': { words: 'Handed over', tone: 'held' },
  'released-on-summons': { words: 'Released on summons', tone: 'free' },
}

export const partyWords: Record<Party, string> = {
  police: 'Police',
  prosecutor: 'Prosecutor',
  court: 'Court',
  defense: 'Defense',
  system: 'System',
}

/** Why somebody leaves, in the words of the release desk. `free` people walk out; the others are handed over. */
export const basisWords: Record<DepartureBasis, { words: string; free: boolean }> = {
  'charges-declined': { words: 'RELEASE - CHARGES DECLINED', free: true },
  'no-probable-cause': { words: 'RELEASE - NO PROBABLE CAUSE', free: true },
  'bail-without-money': { words: 'RELEASE - ON BAIL WITHOUT MONEY', free: true },
  'rule-519b': { words: 'RELEASE - SUMMONS (RULE 519(B))', free: true },
  'commitment-for-bail': { words: 'HELD - COMMITMENT FOR BAIL', free: false },
  'commitment-bail-refused': { words: 'HELD - BAIL REFUSED', free: false },
  'held-for-other-authority': { words: 'HELD - OTHER AUTHORITY', free: false },
}

export const holdWords: Record<HoldKind, string> = {
  'probation-parole-detainer': 'Probation or parole detainer',
  'bench-warrant': 'Bench warrant',
  'other-jurisdiction': 'Other jurisdiction',
  'judicial-warrant': 'Judicial warrant',
}

export const notProducedWords: Record<NotProducedReason, string> = {
  hospital: 'In hospital',
  'not-brought': 'Not brought',
  'refused-to-appear': 'Refused to appear',
  other: 'Other reason',
}

/** A role in words; a role that the table does not know reads as it is spelled. */
export const roleWords = (role: string): string => (isRole(role) ? roleTable[role].title : role.replaceAll('-', ' '))

const acts: Partial<Record<Permission, string>> = {
  'arrest.report': 'Finish and send',
  'charging.take': 'Take for charging',
  'charging.decide': 'Decide charges',
  'complaint.make': 'Make complaint',
  'complaint.file': 'Certify and file',
  'listing.add': 'List for court',
  'arraignment.hold': 'Arraign',
  'bail.request': 'Enter the Commonwealth’s request',
  'bail.defense-request': 'Enter the defense’s request',
  'bail.recommend': 'Enter the guideline',
  'bail.set': 'Set or refuse bail',
  'departure.propose': 'Propose departure',
  'departure.confirm': 'Confirm departure',
  'departure.acknowledge': 'See the person out',
}
/** The next act, as an order to those whose turn it is. */
export const actWords = (act: string): string => acts[act as Permission] ?? act
