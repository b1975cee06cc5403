/** Text of opening a resolution. */
export const openingWords = {
  title: (partner: string) => `Open a resolution about ${partner}`,
  says: 'Two of the three seats must vote for it before it closes. Silence lapses.',
  action: 'What it does',
  chooseAction: 'Choose what it does',
  version: 'Version of the terms',
  chooseVersion: 'Choose the version',
  noVersion: 'There is no newer version on file. Draft one first.',
  reason: 'Reason',
  reasonHint: 'Everybody who votes, the partner and the public read it.',
  closesOn: 'Votes close on',
  closesTime: 'At',
  send: 'Open it',
  done: 'The resolution is open.',
  errors: {
    action: 'Choose what it does.',
    version: 'Choose the version.',
    reason: 'Type the reason.',
    closesAt: 'Type the day and time at which votes close.',
  },
} as const
