const count = (number: number, one: string, many: string) => (number === 1 ? `1 ${one}` : `${number} ${many}`)

/** Text of the court screens. */
export const courtWords = {
  pageTitle: 'Court',
  tab: 'Court',
  chair: 'a chair in court, such as the clerk or the magistrate',
  title: (toFile: number, toList: number) =>
    toFile + toList === 0
      ? 'Nothing waits for the clerk'
      : [
          toFile > 0 && `${count(toFile, 'complaint', 'complaints')} to file`,
          toList > 0 && `${count(toList, 'docket', 'dockets')} to put into a session`,
        ]
          .filter(Boolean)
          .join(', '),
  own: {
    /** For those who come to hear and be heard: what sits now. */
    title: (phase: 'now' | 'ahead' | 'over', starts: string, room: string, waiting: number) => {
      const wait = waiting === 0 ? 'nobody waits' : count(waiting, 'person waits', 'people wait')
      const states = { ahead: 'is next', now: 'sits now', over: 'runs over' }
      return `The ${starts} session in room ${room} ${states[phase]}; ${wait}`
    },
    none: 'No court session is open now',
    go: 'Open its list',
  },
  columns: {
    held: 'Held',
    person: 'Person',
    charge: 'Lead charge',
    made: 'Made',
    docket: 'Docket',
    act: 'Act',
    starts: 'Starts',
    room: 'Room',
    magistrate: 'Magistrate',
    heard: 'Heard',
    slot: 'Slot',
    state: 'State',
  },
  toFile: {
    title: 'Complaints to certify and file',
    empty: 'No complaint waits for filing.',
    emptyDetail: 'One appears here when the prosecutor has made it.',
    act: 'Certify and file',
    actFor: (name: string) => `Certify and file the complaint against ${name}`,
  },
  file: {
    title: (name: string) => `File the complaint against ${name}`,
    read: 'Read the complaint (PDF)',
    docketNumber: 'Docket number',
    docketNumberHint: 'From the court’s own system: MC-51-CR-0000001-2026',
    next: 'Take the next number',
    nextHint: 'Made-up city only: the number comes from the made-up court system.',
    nextFailed: 'No number came. Type it.',
    counsel: 'Who is on record for the person',
    counsels: {
      defender: 'Defender Association',
      private: 'Private counsel',
      none: 'Nobody',
      unknown: 'Not known yet',
    },
    certified: 'I certify that the complaint is complete and approved (Rules 508, 1003(B)).',
    act: 'File it',
    cancel: 'Cancel',
    done: (name: string, docketNumber: string) => `The complaint against ${name} is filed as ${docketNumber}.`,
    errors: {
      docketNumber: 'Type the docket number that the court gave, like MC-51-CR-0000001-2026.',
      certified: 'Certify that the complaint is complete and approved, or leave it unfiled.',
    },
  },
  toList: {
    title: 'Dockets to put into a session',
    empty: 'No docket waits for a session.',
    emptyDetail: 'One appears here when its complaint is filed, or when the person was not produced.',
    into: 'Put into',
    act: 'List',
    actFor: (name: string) => `List ${name} for the session`,
    missed: (reason: string) => `Not produced: ${reason}`,
    done: (name: string, slot: number, session: string) => `${name} is in slot ${slot} of the ${session} session.`,
    noSession: 'No session is open. Open one first.',
  },
  sessions: {
    title: 'Sessions',
    empty: 'No session in the last twelve hours and none ahead.',
    emptyDetail: 'Sessions begin about every four hours, day and night.',
    noMagistrate: 'not named',
    heard: (heard: number, listed: number) => `${heard} of ${listed}`,
    option: (starts: string, room: string, listed: number) => `${starts}, room ${room} (${listed} listed)`,
    open: 'Open a session',
    over: 'over',
    now: 'now',
    ahead: 'ahead',
  },
  open: {
    title: 'Open a court session',
    date: 'Date',
    dateHint: 'MM/DD/YYYY',
    time: 'Time',
    timeHint: '24 hours, for example 0400',
    room: 'Room',
    chooseRoom: 'Choose a room',
    roomsAfterDate: 'Type the date first',
    courts: { arraignment: 'Arraignment Court', municipal: 'Municipal Court', 'common-pleas': 'Common Pleas' },
    mine: 'I hold this session',
    act: 'Open it',
    cancel: 'Cancel',
    done: (starts: string, room: string) => `The ${starts} session in room ${room} is open.`,
    errors: {
      date: 'Type a real date with the year in four digits.',
      time: 'Type a time like 0400.',
      clock: {
        skipped: 'Clocks go forward that night: there is no such time.',
        twice: 'That time comes twice that night: add EDT or EST.',
        'other-zone': 'Leave out EST or EDT.',
      },
      room: 'Choose a room.',
    },
  },
  session: {
    tab: (room: string) => `Session in ${room}`,
    title: (heard: number, listed: number, waiting: number) => {
      if (listed === 0) return 'Nobody is listed in this session'
      if (waiting === 0) return `All ${listed} are done`
      return `${heard} of ${listed} heard; ${waiting === 1 ? '1 waits' : `${waiting} wait`}`
    },
    facts: (room: string, starts: string) => `Room ${room}, session ${starts}`,
    magistrate: (name: string) => `Magistrate: ${name}`,
    next: (name: string, slot: number) => `Next: ${name}, slot ${slot}`,
    keyNext: 'Open the next hearing',
    caption: 'The list of this session by slot',
    interpreter: (language: string) => `Interpreter: ${language}`,
    states: {
      waiting: 'Waits',
      'not-produced': 'Not produced',
      arraigned: 'Arraigned, order to come',
      discharged: 'RELEASE - NO PROBABLE CAUSE',
      'bail-ordered': 'Bail decided',
    },
    missed: 'Not produced',
    missedFor: (name: string) => `${name} was not produced`,
    empty: 'Nobody is listed in this session.',
    emptyDetail: 'Dockets that wait can be put into it.',
    all: 'All of court',
  },
} as const
