import { leftUntil, stepUntil } from '@pars/domain'
import { useCityNow } from '../clock.ts'
import { formatFullDateTime } from '../format.ts'
import { agreementWords } from '../words/agreements.ts'

/** The city's time, as often as a countdown to an instant needs it. */
export const useCityUntil = (instant: string): number => {
  const minute = useCityNow(60_000)
  return useCityNow(stepUntil(instant, minute))
}

/** What is left until an end, quiet until its last hour; the instant itself on focus or pointer. */
export const Countdown = ({ endsAt }: { endsAt: string }) => {
  const now = useCityUntil(endsAt)
  const left = leftUntil(endsAt, now)
  const isNear = left !== '' && stepUntil(endsAt, now) < 60_000
  return (
    <time
      dateTime={endsAt}
      title={formatFullDateTime(endsAt)}
      className={`agreements-left${isNear ? ' agreements-left--near' : ''}`}
    >
      {left === '' ? agreementWords.list.ended : left}
    </time>
  )
}
