/** The one entry to all text on the screens. One file for each noun; a screen ships only the files it names. */
export { boardWords } from './board.ts'
export { bookingWords } from './booking.ts'
export { chargingWords, queueWords } from './charging.ts'
export { courtWords } from './court.ts'
export {
  actWords,
  basisWords,
  holdWords,
  notProducedWords,
  partyWords,
  roleWords,
  stageWords,
  toneMark,
} from './custody.ts'
export { hearingWords } from './hearing.ts'
export { peopleWords } from './people.ts'
export { recordWords } from './record.ts'
export { releaseWords } from './release.ts'
export { searchWords } from './search.ts'
export { shellWords } from './shell.ts'
export { startWords } from './start.ts'
export { uiWords } from './ui.ts'
