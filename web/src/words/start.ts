const people = (count: number) => (count === 1 ? '1 person is' : `${count} people are`)

/** Text of the start page. */
export const startWords = {
  pageTitle: 'Start',
  title: (count: number | undefined) =>
    count === undefined ? 'Who is in custody, since when, and who must act next' : `${people(count)} in custody now`,
  titleEmpty: 'Nobody is in custody now',
  lead: 'PARS is one live record, from the arrest to the bail order, that police, the District Attorney and the courts keep together.',
  waits: {
    label: 'Who must act next',
    police: (count: number) => `${count} wait for police`,
    prosecutor: (count: number) => `${count} for the prosecutor`,
    court: (count: number) => `${count} for the court`,
    drafts: (count: number) => `${count} NOT SENT`,
  },
  look: 'Look at the live board',
  lookNote: 'No sign-in needed to look.',
  goOn: 'Go on with your work',
  filling: {
    title: (done: number, of: number) => `The city is filling: day ${done} of ${of}`,
    detail:
      'Made-up arrests of the last days run through every step at high speed until the clock meets the present. Every screen works meanwhile.',
    bar: 'Days filled',
  },
  log: (size: string) => `${size} ${size === '1' ? 'entry' : 'entries'} recorded.`,
  chairs: {
    title: 'Eight chairs to sit in',
    lead: 'In the order of an arrest’s way. Each step is taken by the person whose step it is; change chair whenever you like.',
    sit: 'Sit here',
    sitAs: (role: string) => `Sit here as ${role}`,
    here: 'You sit here',
    first: 'First:',
    none: 'No chairs are set up in this database.',
  },
  work: {
    'booking-officer': 'book an arrest and send it to charging.',
    detective: 'find the report that is not sent yet, and finish it.',
    'charging-attorney': 'take the arrest that waits longest and decide each charge.',
    'pretrial-officer': 'enter the bail guideline before the hearing.',
    'court-clerk': 'file a complaint and list the case for a court session.',
    magistrate: 'hold a preliminary arraignment; set or refuse bail.',
    defender: 'see what the court sees of a client, and enter the defense’s request.',
    'release-desk': 'check the holds, then let people go or commit them.',
  } as Record<string, string>,
  production: {
    title: (city: string) => `PARS of ${city}`,
    signIn: 'Sign in',
    note: 'With the account of your own agency. Everything you open or do is recorded.',
  },
} as const
