const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** Text of the live board. */
export const boardWords = {
  tab: 'Board',
  title: (count: number, late: number, hours: number | undefined) =>
    late > 0 ? `${people(count)} in custody; ${late} past ${hours} hours` : `${people(count)} in custody`,
  titleFiltered: (shown: number, count: number) => `${shown} of ${people(count)} in custody`,
  titleEmpty: 'Nobody is in custody',
  nextSession: (time: string, listed: number) => `Next court session ${time} (${listed} listed)`,
  noSession: 'No court session ahead',
  columns: { held: 'Held', person: 'Person', arrest: 'Arrest', now: 'Now', next: 'Next', since: 'Since' },
  caption: 'Everybody in custody, longest held first',
  draft: (who: string) => `NOT SENT by ${who}`,
  age: (age: number | null, sex: string) => `${age ?? '?'} ${sex}`,
  sexLetter: { female: 'F', male: 'M', nonbinary: 'X', unknown: '?' } as Record<string, string>,
  holds: (count: number) => (count === 1 ? '1 hold' : `${count} holds`),
  interpreter: (language: string) => `Interpreter: ${language}`,
  probableCause: (hours: number) =>
    hours < 0 ? 'Probable cause overdue' : `Probable cause due in ${Math.floor(hours)} h`,
  left: 'Left custody',
  seats: { legend: 'Whose turn it is', all: 'All' },
  stage: { label: 'Stage', all: 'Every stage' },
  alarm: (count: number, hours: number) => `${count} past ${hours} h`,
  alarmAll: 'Show everybody',
  drafts: (count: number) => `${count} NOT SENT`,
  waiting: (arrived: number, left: number) =>
    [arrived > 0 && `${arrived} new`, left > 0 && `${left} left`].filter(Boolean).join(', '),
  show: 'Show',
  keyShow: 'Show what is new',
  none: {
    title: 'Nobody is in custody now.',
    detail: 'A new arrest appears here by itself the moment it is reported.',
    filtered: 'Nobody in custody fits these filters.',
    clear: 'Show everybody',
  },
  live: 'Live',
  lost: (time: string) => `Connection lost at ${time}. This is what was known then; it is trying again.`,
  resumed: 'Connected again; nothing was missed.',
  wall: { on: 'Wall display', off: 'Leave the wall display' },
} as const
