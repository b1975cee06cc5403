import type { AnswerOf, viewCity } from '@pars/contract'
import { formatNumber } from '../format.ts'
import { ConfirmedLine } from '../shell/confirmed-line.tsx'
import { startWords as words } from '../words/words.ts'

/** How much is recorded, and which agencies have confirmed it. */
export const LogLine = ({ log }: { log: AnswerOf<typeof viewCity>['log'] }) => (
  <p className="start-log">
    {words.log(formatNumber(log.size))} <ConfirmedLine />
  </p>
)
