import type { AnswerOf, viewCity } from '@pars/contract'
import { useCityNow } from '../clock.ts'
import { formatNumber } from '../format.ts'
import { startWords as words } from '../words/words.ts'

/** How much is recorded, and how fresh the signature over it is. */
export const LogLine = ({ log }: { log: AnswerOf<typeof viewCity>['log'] }) => {
  const now = useCityNow(1_000)
  const age = log.checkpointAt === null ? undefined : Math.max(0, (now - Date.parse(log.checkpointAt)) / 1_000)
  return (
    <p className="start-log">
      {words.log(formatNumber(log.size), age)}{' '}
      <a className="usa-link" href="/log/checkpoint">
        {words.logLink}
      </a>
    </p>
  )
}
