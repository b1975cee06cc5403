/** Text of the export of audit packages, on either side. */
export const packageWords = {
  open: 'Export evidence',
  title: 'Export an audit package',
  lead: 'One file with every entry of the journal in a range, the votes, keys and letters that it rests on, and the signatures. The other side gets the same bytes for the same range. The export itself is an entry.',
  agreement: 'Agreement',
  from: 'From',
  through: 'Through',
  hint: 'A date such as 2018-08-31, or the number of an entry.',
  send: 'Export',
  done: (from: string, through: string) => `Exported: entries ${from} to ${through}. The file is in your downloads.`,
  check: 'Check it with “pars verify FILE”, or on the page that checks packages.',
  checkPage: 'Open that page',
  errors: { from: 'Type a date or the number of an entry.', through: 'Type a date or the number of an entry.' },
}
