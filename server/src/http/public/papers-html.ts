import { type PlainDate, replyStateOf, sayDay, stateOfDuty } from '@pars/domain'
import { cityMidnight } from '@pars/terms'
import type { PublicDuty, PublicHalt, PublicLetter } from '../../portal/portal.sql.ts'
import { type Html, html } from './html.ts'
import { sayMoment } from './public-page.ts'
import { inWords, publicWords } from './public-words.ts'

const words = publicWords.agreement

const replyOf = ({ servedAt, replyDueAt, repliedAt }: PublicLetter, now: string): string => {
  const letter = { noticeId: 'this', servedAt, replyDueAt, repliesTo: null }
  const replies =
    repliedAt === null ? [] : [{ noticeId: 'reply', servedAt: repliedAt, replyDueAt: null, repliesTo: 'this' }]
  const state = replyStateOf(letter, replies, Date.parse(now))
  switch (state.kind) {
    case 'none-asked':
      return ''
    case 'waits':
      return words.replyDue(sayDay(state.due))
    case 'no-reply':
      return words.noReply(state.by)
    case 'replied':
      return words.replied(sayDay(state.at))
    case 'replied-late':
      return words.repliedLate(sayDay(state.at), state.by)
  }
}

/** Letters of either side that were released, newest first, with whether a reply is on file. */
export const lettersHtml = (letters: readonly PublicLetter[], now: string): Html =>
  letters.length === 0
    ? html`<p>${words.noLetters}</p>`
    : html`${letters.map(
        letter => html`<article>
<h3>${letter.subject}</h3>
<p class="quiet">${sayDay(letter.servedAt)}. ${inWords(publicWords.letterKinds, letter.kind)}. ${inWords(publicWords.seats, letter.servedBy)}.</p>
<p class="letter">${letter.body}</p>
<p><strong>${replyOf(letter, now)}</strong></p>
</article>`,
      )}`

const dayOf = (date: string): string => sayDay(cityMidnight(date as PlainDate))

/** The agency's duties with their dates: met, met late, not met. */
export const dutiesHtml = (duties: readonly PublicDuty[]): Html =>
  duties.length === 0
    ? html`<p>${words.noDuties}</p>`
    : html`<ul class="terms">${duties.map(duty => {
        const state = stateOfDuty(duty)
        return html`<li>${inWords(publicWords.dutyNames, duty.code)}, ${words.due(dayOf(duty.dueOn))} <span class="mark ${state}">${words.dutyStates[state]}</span></li>`
      })}</ul>`

export const haltsHtml = (halts: readonly PublicHalt[]): Html | undefined =>
  halts.length === 0
    ? undefined
    : html`<h2 id="history">${words.history}</h2>
<ul class="terms">${halts.map(
        halt =>
          html`<li>${sayMoment(halt.effectiveAt)}: ${inWords(publicWords.why, halt.kind)} ${halt.reason}${words.entry(halt.number)}</li>`,
      )}</ul>`
