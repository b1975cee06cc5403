import type { ReactNode } from 'react'
import { readCityInstant } from '../form/city-instant.ts'
import { formatTime } from '../format.ts'
import { HeldClock, Mark } from '../ui/ui.ts'
import { bookingWords } from '../words/booking.ts'
import { useBooking } from './booking-context.tsx'

interface SendBarProps {
  /** When the draft was last saved; null before the first time. */
  savedAt: string | null
  dirty: boolean
  isSent: boolean
  children: ReactNode
}

/** Always in sight: hours held, whether anybody else can see the report, and the two acts. */
export const SendBar = ({ savedAt, dirty, isSent, children }: SendBarProps) => {
  const { form } = useBooking()
  const arrested = readCityInstant(form.arrestedOn, form.arrestedTime)
  return (
    <div className="pars-bar">
      <div className="pars-bar__held">
        <span className="pars-bar__label">{bookingWords.held}</span>{' '}
        {arrested.kind === 'instant' ? (
          <HeldClock arrestedAt={arrested.instant} />
        ) : (
          <span className="pars-bar__quiet">{bookingWords.heldUnknown}</span>
        )}
      </div>
      <div className="pars-bar__state" role="status">
        {!isSent && <Mark tone="unsent" words={bookingWords.notSent} />}{' '}
        <span className="pars-bar__quiet">
          {savedAt && !dirty ? bookingWords.savedAt(formatTime(savedAt)) : dirty ? bookingWords.unsaved : ''}
        </span>
      </div>
      <div className="pars-bar__acts">{children}</div>
    </div>
  )
}
