const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** Text of the parts that every screen shares. */
export const uiWords = {
  required: 'required',
  optional: '(if known)',
  loading: 'Loading',
  close: 'Close',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  reload: 'Load it again',
  newTab: '(opens in a new tab)',
  working: 'Recording…',
  errorSummary: (count: number) => `${count} ${plural(count, 'thing needs', 'things need')} your attention`,
  errorPrefix: 'Error:',
  sendKey: 'Ctrl+Enter',
  enterKey: 'Enter',
  owner: (party: string) => `Belongs to ${party}`,
  date: { hint: 'MM/DD/YYYY, for example 04/17/1992', label: 'Date' },
  time: { hint: '24 hours, for example 22:40', label: 'Time' },
  day: { notADate: 'Type a date as MM/DD/YYYY.', notATime: 'Type a time as HH:MM, 24 hours.' },
  held: {
    spoken: (hours: number, minutes: number) =>
      `held ${hours} ${plural(hours, 'hour', 'hours')} ${minutes} ${plural(minutes, 'minute', 'minutes')}`,
    since: (when: string) => `Arrested ${when}`,
    stopped: 'clock stopped',
    passed: (label: string) => `${label} passed`,
    toNext: (label: string) => `next: ${label}`,
  },
  receipt: {
    waiting: 'Recorded. The journal is giving it a number…',
    hidden: 'It stands in the journal; your seat is not shown its number.',
    recorded: (number: string) => `Recorded as entry ${number}`,
    signed: (seconds: number) => {
      if (seconds < 1) return 'checkpoint signed just now'
      if (seconds < 90) return `checkpoint signed ${seconds} ${plural(seconds, 'second', 'seconds')} ago`
      return `checkpoint signed ${Math.round(seconds / 60)} minutes ago`
    },
    notSigned: 'the next checkpoint will cover it',
    proof: 'Proof',
    hash: 'Leaf hash',
    entry: 'Entry',
    size: (size: string) => `The signed checkpoint covers ${size} entries.`,
    copy: 'Copy',
    dismiss: 'Dismiss this notice',
  },
  problem: {
    unreachable: {
      title: 'The server can’t be reached',
      detail:
        'What you typed is still here. Nobody knows yet whether it was recorded; pressing the button again cannot record it twice.',
      readDetail: 'The page will ask again by itself when the connection is back.',
    },
    signIn: 'Sign in',
    takeChair: 'Choose a chair to act from',
    wayOn: 'Way on:',
    recordedAs: 'This refusal was recorded.',
    changed: 'Somebody changed this while you were working. Load the newest version; what you typed stays in the form.',
  },
} as const
