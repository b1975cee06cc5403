import { useCityMinute } from '../clock.ts'
import { formatFullDateTime, formatHeld } from '../format.ts'
import { uiWords } from '../words/words.ts'

/** A configured hour, as the board sends it. */
export interface Alarm {
  hours: number
  label: string
  clock: string
}

interface HeldClockProps {
  arrestedAt: string
  /** The person has left, or the clock was stopped. */
  stoppedAt?: string | null | undefined
  alarms?: readonly Alarm[] | undefined
  size?: 'row' | 'big'
}

const words = uiWords.held
/** The local goal, in hours: an alarm before it is a step on the way, one from it on is loud. Were all loud, none would be. */
const goalHours = 20
const hourMs = 3_600_000

/** Whether having passed this hour is shown as an alarm; everything that speaks of the hour must agree. */
export const isLoudHour = (hours: number): boolean => hours >= goalHours

/** How full the bar is, in percent: one scale for everybody, full at the goal, so that a longer bar is a longer time. */
export const barOf = (heldMs: number): number => Math.max(2, Math.min(100, (heldMs / (goalHours * hourMs)) * 100))

/** Hours held, `17:42`, with a thin bar that fills toward the goal; the absolute time on focus or pointer. */
export const HeldClock = ({ arrestedAt, stoppedAt, alarms, size }: HeldClockProps) => {
  const now = useCityMinute()
  const held = (stoppedAt ? Date.parse(stoppedAt) : now) - Date.parse(arrestedAt)
  const custody = (alarms ?? []).filter(each => each.clock === 'custody').toSorted((a, b) => a.hours - b.hours)
  const passed = custody.findLast(each => each.hours * hourMs <= held)
  const isLoud = passed !== undefined && isLoudHour(passed.hours)
  const next = custody.find(each => each.hours * hourMs > held)
  const minutes = Math.max(0, Math.floor(held / 60_000))
  const notes = [
    words.spoken(Math.floor(minutes / 60), minutes % 60),
    words.since(formatFullDateTime(arrestedAt)),
    passed && words.passed(passed.label),
    next && words.toNext(next.label),
    stoppedAt && words.stopped,
  ].filter(Boolean)
  return (
    <span
      className={`pars-held pars-held--${size ?? 'row'}${isLoud ? ' pars-held--passed' : ''}`}
      title={notes.join('\n')}
    >
      <span aria-hidden="true" className="pars-held__digits">
        {isLoud && '▲ '}
        {formatHeld(held)}
      </span>
      <span className="usa-sr-only">{notes.join(', ')}</span>
      <svg className="pars-held__bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
        <rect className="pars-held__track" width="100" height="3" />
        <rect className="pars-held__fill" width={barOf(held)} height="3" />
      </svg>
    </span>
  )
}
