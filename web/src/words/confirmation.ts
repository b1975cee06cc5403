import type { Seat } from '@pars/domain'

const units = [
  { of: 'day', seconds: 86_400 },
  { of: 'hour', seconds: 3_600 },
  { of: 'minute', seconds: 60 },
  { of: 'second', seconds: 1 },
] as const

/** "12 minutes", in the largest unit that is whole. */
export const sayDuration = (seconds: number): string => {
  const unit = units.find(each => seconds >= each.seconds)
  if (!unit) return 'a moment'
  const count = Math.floor(seconds / unit.seconds)
  return `${count} ${unit.of}${count === 1 ? '' : 's'}`
}
const ago = (seconds: number): string => (seconds < 1 ? 'just now' : `${sayDuration(seconds)} ago`)

const names: Record<Seat, string> = { police: 'Police', prosecutor: 'the District Attorney', court: 'the Courts' }
const listed = (seats: readonly Seat[]): string => {
  const said = seats.map(seat => names[seat])
  const text = said.length < 2 ? (said[0] ?? '') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The one line about the log. */
export const confirmationWords = {
  label: 'The log',
  nobody: (size: string) => `${size} ${size === '1' ? 'entry' : 'entries'} in the log; no agency confirms it yet.`,
  complete: (count: number, of: number, seconds: number) =>
    `Log complete; ${count} of ${of} agencies confirmed it ${ago(seconds)}.`,
  silent: (seats: readonly Seat[], seconds: number) =>
    `${listed(seats)} ${seats.length === 1 && seats[0] === 'prosecutor' ? 'has' : 'have'} not confirmed it for ${sayDuration(seconds)}.`,
  unconfirmed: (seconds: number) =>
    `Two of the three agencies have not confirmed the log for ${sayDuration(seconds)}. What is entered is recorded all the same.`,
  never: 'Two of the three agencies have not confirmed the log yet. What is entered is recorded all the same.',
  unsigned: 'The log is not being signed: tell whoever runs PARS. What is entered is recorded all the same.',
} as const
