import type { AnswerOf, viewLogStatus } from '@pars/contract'
import { formatNumber } from '../format.ts'
import { confirmationWords as words } from '../words/confirmation.ts'

export type LogStatus = AnswerOf<typeof viewLogStatus>

export interface Confirmation {
  readonly sentences: readonly string[]
  readonly isWell: boolean
}

/** An agency is asked at least every half minute; longer than this without an answer is an outage. */
const silentSeconds = 75

/** What the line says. `elapsed` is how many seconds ago the server said it. */
export const sayConfirmation = (status: LogStatus, elapsed: number): Confirmation => {
  const { cosigners, confirmed, needed, trouble } = status
  if (cosigners.length === 0) return { sentences: [words.nobody(formatNumber(status.size))], isWell: true }
  const age = (seconds: number): number => Math.round(seconds + elapsed)
  const silent = cosigners.filter(one => one.secondsAgo === null || age(one.secondsAgo) > silentSeconds)
  const heard = cosigners.filter(one => !silent.includes(one))
  const isSigned = trouble === null
  if (heard.length >= needed && confirmed !== null) {
    const newest = Math.min(...heard.map(one => one.secondsAgo ?? 0))
    const sentences = [words.complete(heard.length, cosigners.length, age(newest))]
    const longest = Math.max(0, ...silent.map(one => one.secondsAgo ?? one.troubleForSeconds ?? 0))
    if (silent.length > 0)
      sentences.push(
        words.silent(
          silent.map(({ seat }) => seat),
          age(longest),
        ),
      )
    if (!isSigned) sentences.push(words.unsigned)
    return { sentences, isWell: silent.length === 0 && isSigned }
  }
  const sentences = [confirmed === null ? words.never : words.unconfirmed(age(confirmed.secondsAgo))]
  if (silent.length > 0 && confirmed !== null) {
    const longest = Math.max(0, ...silent.map(one => one.secondsAgo ?? one.troubleForSeconds ?? 0))
    sentences.push(
      words.silent(
        silent.map(({ seat }) => seat),
        age(longest),
      ),
    )
  }
  if (!isSigned) sentences.push(words.unsigned)
  return { sentences, isWell: false }
}
