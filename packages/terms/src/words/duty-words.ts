import { noticeNames, type ObligationTerm, type OnwardRule, type Terms } from '../terms.ts'
import { noticeNamesInWords, obligationNames, rhythmNames, seatNames } from './names.ts'
import { capitalized, sayCount, sayList, sayMoney } from './say.ts'
import { checkedLater, enforced, promised, type Sentence } from './sentence.ts'

export const onwardWords: Record<OnwardRule, string> = {
  none: 'The partner passes nothing on to anybody else.',
  'with-consent': "The partner passes on what it was given only with the custodians' consent.",
  'within-purpose': 'The partner may pass on what it was given, for the purpose that it asked for.',
}

export const obligationWords = (duty: ObligationTerm, pointer: string): Sentence[] => [
  checkedLater(
    pointer,
    `The partner must ${obligationNames[duty.code]} ${rhythmNames[duty.every]}, within ${sayCount(duty.dueDays, 'day')}.`,
  ),
  enforced(
    `${pointer}/suspends`,
    duty.suspends
      ? 'If that is late, no question is answered until the custodians let questions resume.'
      : 'If that is late, it is put on record, and questions go on.',
  ),
]

const obligationsWords = ({ obligations }: Terms): Sentence[] =>
  obligations.length === 0
    ? [promised('/obligations', 'The partner has no duty to report on its use.')]
    : obligations.flatMap((duty, index) => obligationWords(duty, `/obligations/${index}`))

/** Narrowing waits for the end of the notice by itself; the other periods rest on the custodians' word. */
const noticeWords = ({ notice }: Terms): Sentence[] =>
  noticeNames.map(name => {
    const say = name === 'narrowingDays' ? enforced : promised
    return say(`/notice/${name}`, noticeNamesInWords[name](sayCount(notice[name], 'day')))
  })

export const stopWords = ({ emergencyStop }: Terms): Sentence[] => {
  if (emergencyStop === null) return [enforced('/emergencyStop', 'No custodian may stop the agreement alone.')]
  const seats = sayList(
    emergencyStop.seats.map(seat => seatNames[seat]),
    'or',
  )
  return [
    enforced(
      '/emergencyStop/seats',
      `${capitalized(seats)} may stop the agreement alone in an emergency, with a reason.`,
    ),
    enforced(
      '/emergencyStop/confirmDays',
      `Such a stop is void after ${sayCount(emergencyStop.confirmDays, 'day')}, unless two custodians confirm it.`,
    ),
  ]
}

const outageWords = ({ confirmationOutage: { minutes, then } }: Terms): Sentence =>
  enforced(
    '/confirmationOutage',
    `While two of the three agencies have not confirmed the log for ${sayCount(minutes, 'minute')}, questions ${then === 'stop' ? 'stop' : 'go on'}.`,
  )

export const feeWords = ({ feeCents }: Terms): Sentence =>
  promised(
    '/feeCents',
    feeCents === null
      ? 'There is no fee.'
      : `The partner pays ${sayMoney(feeCents)} for access to the system; the records themselves are free.`,
  )

export const dutiesWords = (terms: Terms): Sentence[] => [
  promised('/onward', onwardWords[terms.onward]),
  ...obligationsWords(terms),
  ...noticeWords(terms),
  ...stopWords(terms),
  outageWords(terms),
  feeWords(terms),
]
