/** Text of the laws on file. */
export const lawWords = {
  pageTitle: 'Laws on file',
  tab: 'Laws on file',
  chair: 'a chair of the three custodians',
  title: (count: number) =>
    count === 1 ? '1 law on file binds a seat today' : `${count} laws on file bind a seat today`,
  lead: 'Laws are data here, with their dates and citation; none is built in. While one binds a seat, terms come into force only with the recorded sign-off of that seat’s counsel.',
  columns: { law: 'Law', binds: 'Binds', from: 'From', to: 'To', by: 'Recorded' },
  noEnd: 'no end',
  by: (who: string, when: string) => `${who}, ${when}`,
  empty: 'No law is on file.',
  emptyDetail: 'A seat records one when it binds what that seat may agree to.',
  add: 'Record a law',
  dialog: {
    title: 'Record a law that binds a seat',
    citation: 'Citation',
    text: 'Text',
    binds: 'Which seats it binds',
    from: 'In force from',
    to: 'Until',
    send: 'Record it',
    done: (citation: string) => `${citation} is on file.`,
    errors: {
      citation: 'Type the citation.',
      text: 'Type the text.',
      binds: 'Choose at least one seat.',
      effectiveFrom: 'Type a date as MM/DD/YYYY.',
      effectiveTo: 'Type a date as MM/DD/YYYY, or leave it empty.',
    },
  },
} as const
