import { docketNumbers, incidentNumbers, warrantNumbers } from '../terms/records.ts'
import type { Play } from './playing.ts'
import type { Profile } from './profiles.ts'
import type { Cited, Darkening } from './program.ts'
import type { Pair } from './stage.ts'

/** What is asked when it is the request itself that may see nothing. */
export const afterEnd = (pair: Pair, why: Darkening | null, request: object, profile: Profile): object => {
  if (why === 'officer-of-another-unit') return { ...request, officer: pair.theirs.officer }
  if (why === 'unit-not-named') return { ...request, unit: pair.theirs.unit, officer: pair.theirs.officer }
  if (why === 'purpose-not-granted') return { ...request, purpose: 'employment' }
  const untested = profile.terms.purposes.find(({ cites }) => cites === 'case')?.code
  return why === 'case-not-cited' ? { ...request, purpose: untested, cites: undefined } : request
}

const untested = ({ profile }: Play) => profile.terms.purposes.filter(({ suffices }) => suffices === 'unverified')
const tested = ({ profile }: Play) => profile.terms.purposes.filter(({ suffices }) => suffices !== 'unverified')
/** In the dark mostly what would have been answered without any test: then only the dark withholds. */
const purposesOf = (play: Play, drawn: number) => {
  if (play.isDark) return drawn % 4 === 0 || play.why === 'purpose-not-granted' ? tested(play) : untested(play)
  return play.program.strict ? tested(play) : play.profile.terms.purposes
}

export const requestOf = (
  play: Play,
  drawn: number,
  { cited: known, nonce }: { cited: Cited; nonce: number | null },
): object => {
  const { pair, program, profile, why } = play
  const purposes = purposesOf(play, drawn)
  const { code, cites } = purposes[drawn % purposes.length] ?? { code: '', cites: 'none' }
  const values: Record<string, readonly string[]> = {
    incident: incidentNumbers.slice(0, program.strict && !play.isDark ? 2 : 3),
    warrant: warrantNumbers,
    docket: docketNumbers,
    case: ['C-1'],
  }
  const own = known[cites]
  const listed = values[cites] ?? []
  // Which purpose and which case are drawn apart; one in eleven cites nothing.
  const value =
    own !== undefined && listed.includes(own) && drawn % 5 > 0 ? own : listed[Math.floor(drawn / 4) % listed.length]
  const cited = drawn % 11 === 10 ? undefined : value
  const request = {
    unit: pair.ours.unit,
    officer: pair.ours.officer,
    key: 'key-of-ours',
    purpose: code,
    authentication: 'signed',
    ...(cited === undefined ? {} : { cites: { kind: cites, value: cited } }),
    ...(nonce === null ? {} : { nonce: `nonce-${nonce}` }),
  }
  return play.isDark ? afterEnd(pair, why, request, profile) : request
}

export const otherRequest = ({ pair }: Play, nonce: number): object => ({
  unit: pair.theirs.unit,
  officer: pair.theirs.officer,
  purpose: 'criminal-investigation',
  authentication: 'signed',
  nonce: `nonce-${nonce}`,
})
