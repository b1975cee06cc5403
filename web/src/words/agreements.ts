import type {
  AgreementStanding,
  BallotChoice,
  NoticeKind,
  ResolutionAction,
  ResolutionStanding,
  Seat,
} from '@pars/domain'
import type { Tone } from './custody.ts'

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

export const standingWords: Record<AgreementStanding, { words: string; tone: Tone }> = {
  'in-force': { words: 'In force', tone: 'waiting' },
  suspended: { words: 'SUSPENDED', tone: 'held' },
  'not-begun': { words: 'Not begun', tone: 'moving' },
  drafted: { words: 'Proposed', tone: 'unsent' },
  ended: { words: 'Ended', tone: 'free' },
}

/** Why an agreement is suspended or has ended, or when it answers. */
export const haltWords: Record<string, string> = {
  unconfirmed: 'once two agencies have confirmed it',
  suspended: 'two seats voted to suspend it',
  resumed: 'two seats voted to let it go on',
  terminated: 'two seats voted to terminate it',
  superseded: 'a newer version took its place',
  expired: 'its last day passed',
  'emergency-stopped': 'stopped by one seat in an emergency',
  'emergency-void': 'the emergency stop is void: two seats did not confirm it',
  'obligation-overdue': 'a duty is overdue',
}

export const seatWords: Record<Seat, string> = { police: 'Police', prosecutor: 'District Attorney', court: 'Courts' }

export const actionWords: Record<ResolutionAction, string> = {
  adopt: 'Adopt',
  renew: 'Renew',
  amend: 'Amend',
  suspend: 'Suspend',
  resume: 'Resume',
  terminate: 'Terminate',
}

export const choiceWords: Record<BallotChoice, { words: string; mark: string }> = {
  for: { words: 'For', mark: '✓' },
  against: { words: 'Against', mark: '✕' },
  abstain: { words: 'Abstains', mark: '–' },
}

export const resolutionStandingWords: Record<ResolutionStanding, { words: string; tone: Tone }> = {
  open: { words: 'Open for votes', tone: 'waiting' },
  carried: { words: 'Carried, not in effect yet', tone: 'moving' },
  'carried-out': { words: 'In effect', tone: 'free' },
  failed: { words: 'Failed: two seats did not vote for it', tone: 'held' },
  lapsed: { words: 'Lapsed: silence is no vote', tone: 'held' },
}

export const noticeKindWords: Record<NoticeKind, string> = {
  'non-renewal': 'Notice that it will not be renewed',
  termination: 'Notice of termination',
  narrowing: 'Notice of narrowing',
  breach: 'Notice of breach',
  'emergency-stop': 'Notice of emergency stop',
  request: 'Request for information',
  reply: 'Reply',
  letter: 'Letter',
  meeting: 'Meeting',
  withdrawal: 'Withdrawal of the partner',
}

export const dutyWords: Record<string, string> = {
  'self-audit': 'Audit of its own use',
  'outcome-report': 'Report what came of its use',
  'user-list': 'List of its users',
  training: 'Training of its users',
  'incident-notice': 'Notice of an incident',
  'destruction-certificate': 'Certificate of destruction',
}

/** Text of the list of agreements and of one agreement. */
export const agreementWords = {
  pageTitle: 'Agreements',
  tab: 'Agreements',
  chair: 'a chair of the three custodians',
  list: {
    title: (inForce: number, votes: number) =>
      [
        inForce === 0 ? 'No agreement is in force' : `${plural(inForce, 'agreement')} in force`,
        votes > 0 && `${plural(votes, 'vote')} open`,
      ]
        .filter(Boolean)
        .join('; '),
    draft: 'Draft terms',
    empty: 'No agreement is on file.',
    emptyDetail: 'Nothing of this record goes to anybody outside. Terms are drafted from a template, then voted on.',
    groups: {
      'in-force': { title: 'In force', says: 'Questions are answered until the instant in the first column.' },
      proposed: {
        title: 'Proposed',
        says: 'Nothing is shared under these: two seats and the partner have not all said yes, or the first day has not come.',
      },
      past: { title: 'Past', says: 'Nothing can be asked under these any more.' },
    },
    first: { 'in-force': 'Left', proposed: 'Begins', past: 'Ended' },
    columns: { partner: 'Partner', agreement: 'Agreement', now: 'Now', votes: 'Votes' },
    ended: 'ended',
    version: (code: string, version: number | null) => (version === null ? code : `${code}, version ${version}`),
    openVotes: (count: number) => (count === 0 ? '' : `${plural(count, 'vote')} open`),
    links: {
      partners: 'Partners and their units',
      keys: 'Keys that seats vote with',
      laws: 'Laws on file',
      register: 'Public register',
    },
  },
  head: {
    inForce: (partner: string, through: string) => `${partner}: in force ${through}`,
    unconfirmed: (partner: string) => `${partner}: in force once two agencies have confirmed it`,
    suspended: (partner: string) => `${partner}: suspended, nothing can be asked`,
    'not-begun': (partner: string, from: string) => `${partner}: begins ${from}`,
    drafted: (partner: string) => `${partner}: proposed, nothing is shared`,
    ended: (partner: string, day: string) => `${partner}: ended on ${day}. Nothing can be asked.`,
    left: 'left',
    ends: 'Ends',
    why: (why: string) => `Because ${why}.`,
    resumes: (when: string) => `The stop is void from ${when}, unless two seats confirm it.`,
    back: 'All agreements',
    code: (code: string) => `Agreement ${code}`,
  },
  open: {
    title: (action: string, version: number) => `${action}: version ${version}`,
    closes: (when: string, left: string) => (left === '' ? `closed ${when}` : `closes ${when}, ${left} left`),
    vote: 'Read and vote',
    toBallot: 'Go to your ballot',
    look: 'Open the resolution',
    yours: 'Your seat has not voted.',
  },
  partsLabel: 'Parts of this agreement',
  parts: {
    terms: 'Terms',
    machine: 'What the machine does',
    versions: 'Versions',
    votes: 'Votes',
    letters: 'Letters',
    duties: 'Duties',
  },
  summary: {
    title: 'In twelve sentences',
    of: (version: number) => `Version ${version} in at most twelve sentences`,
    rare: 'What is rarely granted stands first, in bold.',
    rareMark: 'Rarely granted:',
    noVersion: 'No version of terms is on file yet.',
    faulty: 'This version can’t be read by this screen. Its text is on file under the hash below.',
  },
  terms: {
    title: (version: number) => `All terms of version ${version}, in plain words`,
    lead: 'Each sentence says what holds it.',
    mark: 'What holds it',
    sentence: 'Term',
    standings: {
      enforced: { words: 'enforced', long: 'enforced by the machine', mark: '■' },
      'checked-later': { words: 'checked later', long: 'checked later by people', mark: '◐' },
      promise: { words: 'promise only', long: 'a promise, held by nobody but who gave it', mark: '○' },
    },
    counts: (enforced: number, later: number, promises: number) =>
      `${enforced} enforced by the machine, ${later} checked later, ${promises} promise only.`,
    governsProse: 'Where the prose and the data differ, the prose governs. Read it too.',
    prose: 'The text in prose',
    data: 'The terms as data, and the SQL that enforces them',
    hashes: 'Hashes that ballots sign',
    termsHash: 'Terms',
    sqlHash: 'SQL',
  },
  versions: {
    title: 'Versions',
    columns: {
      version: 'Version',
      from: 'From',
      to: 'Through',
      state: 'State',
      drafted: 'Put on file',
      hash: 'Hash of the terms',
    },
    activated: (when: string) => `in force since ${when}`,
    notActivated: 'never in force',
    ended: (when: string, why: string) => `until ${when}: ${why}`,
    by: (who: string, when: string) => `${who}, ${when}`,
    show: 'Read',
    showVersion: (version: number) => `Read version ${version}`,
    compare: 'Compare',
    with: 'with',
    compareLabel: 'Older version',
    compareTo: 'Newer version',
    compareTitle: (older: number, newer: number) => `What version ${newer} changes in version ${older}`,
    none: 'There is one version; nothing to compare it with.',
    same: 'The two say the same.',
    next: 'Draft the next version',
  },
  change: {
    widening: { words: 'WIDENS', mark: '▲' },
    narrowing: { words: 'narrows', mark: '▼' },
    other: { words: 'changes', mark: '◆' },
    counts: (widening: number, narrowing: number, other: number) =>
      [
        widening === 0
          ? 'Nothing widens what is shared'
          : `${plural(widening, 'change')} ${widening === 1 ? 'widens' : 'widen'} what is shared`,
        `${plural(narrowing, 'change')} ${narrowing === 1 ? 'narrows' : 'narrow'} it`,
        other > 0 && `${other} ${other === 1 ? 'is' : 'are'} about something else`,
      ]
        .filter(Boolean)
        .join(', ')
        .concat('.'),
    was: 'was:',
    isNow: 'now:',
  },
  votes: {
    title: 'Votes',
    none: 'Nobody has voted on anything here.',
    code: (code: string) => `Resolution ${code}`,
    notVoted: 'has not voted',
    silent: 'did not vote',
    propose: 'Open a resolution',
    halts: 'Stops and ends',
    haltLine: (what: string, when: string) => `${when}: ${what}`,
  },
  letters: {
    title: 'Notices and letters',
    none: 'No notice and no letter is on file.',
    from: (who: string, officer: string) => `From ${who}, ${officer}`,
    to: (recipient: string) => `to ${recipient}`,
    partner: 'the partner',
    due: (when: string) => `Reply due ${when}.`,
    noReply: (day: string) => `No reply on file by ${day}.`,
    replied: (when: string) => `Answered ${when}.`,
    repliedLate: (when: string, due: string) => `No reply on file by ${due}; answered ${when}.`,
    repliesTo: (subject: string) => `Replies to “${subject}”`,
    released: 'on the public register',
    kept: 'not released',
    serve: 'Serve a notice or letter',
    entry: (number: string) => `entry ${number}`,
  },
  duties: {
    title: 'Duties of the partner',
    none: 'The terms in force bring no dated duty.',
    columns: { due: 'Due', duty: 'Duty', state: 'State', stops: 'If late' },
    met: (when: string) => `Met ${when}`,
    metLate: (when: string) => `Met late, ${when}`,
    missed: 'Not met by its date',
    open: (left: string) => `Due in ${left}`,
    today: 'Due today',
    suspends: 'questions stop',
    goesOn: 'put on record',
    evidence: 'What was handed in',
    late: (count: number) => `${count} late`,
    count: (open: number, late: number) =>
      `${plural(open, 'duty', 'duties')} to come${late > 0 ? `; ${late} late` : ''}.`,
  },
  stop: {
    open: 'Emergency stop',
    title: (partner: string) => `Stop ${partner} at once`,
    says: (days: number) =>
      `Every question of this partner is refused from this second on. The stop is void after ${plural(days, 'day')}, unless two seats confirm it. The partner is served your reason.`,
    reason: 'Reason',
    reasonHint: 'It is served on the partner and stays on record.',
    send: 'Stop now',
    done: (until: string) => `Stopped. Void from ${until}, unless two seats suspend the agreement.`,
    notYours: 'These terms give your seat no emergency stop.',
    missing: 'Type the reason.',
  },
  cancel: 'Cancel',
} as const
