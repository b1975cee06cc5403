import { seats } from '@pars/domain'
import type { PublicResolution } from '../../portal/portal.sql.ts'
import { type Html, html } from './html.ts'
import { sayMoment } from './public-page.ts'
import { inWords, publicWords } from './public-words.ts'

const { agreement: words, resolution: says } = publicWords

const stateOf = ({ carriedOut, lapsed, closesAt }: PublicResolution, now: string): string => {
  if (carriedOut) return says.carriedOut
  if (lapsed) return says.lapsed
  return closesAt > now ? says.open(sayMoment(closesAt)) : says.waits
}

const voteHtml = (resolution: PublicResolution, seat: string, now: string): Html => {
  const ballot = resolution.ballots.find(each => each.seat === seat)
  const name = inWords(publicWords.seats, seat)
  if (!ballot) {
    const isOver = resolution.carriedOut || resolution.lapsed || resolution.closesAt <= now
    return html`<div><dt>${name}</dt><dd class="quiet">${isOver ? words.silent : words.notVoted}</dd></div>`
  }
  return html`<div><dt>${name}</dt><dd><strong>${inWords(publicWords.choices, ballot.choice)}</strong>, ${words.authority(ballot.onAuthorityOf)}.
<blockquote>${ballot.reason}</blockquote>
<span class="quiet">${sayMoment(ballot.madeAt)}${words.entry(ballot.number)}</span></dd></div>`
}

const acceptanceHtml = ({ acceptance }: PublicResolution): Html | undefined =>
  acceptance === null
    ? undefined
    : html`<div><dt>${inWords(publicWords.seats, 'partner')}</dt><dd><strong>${
        acceptance.decision === 'accepted' ? says.accepted : says.rejected(acceptance.term)
      }</strong>${acceptance.reason !== null && html`<blockquote>${acceptance.reason}</blockquote>`}
<span class="quiet">${sayMoment(acceptance.madeAt)}${words.entry(acceptance.number)}</span></dd></div>`

/** Who voted how, why and on whose authority, and what the agency said. */
export const votesHtml = (resolutions: readonly PublicResolution[], now: string): Html =>
  resolutions.length === 0
    ? html`<p>${words.noVotes}</p>`
    : html`${resolutions.map(
        each => html`<article>
<h3>${says.title(inWords(publicWords.actions, each.action), each.version)} <span class="quiet">${stateOf(each, now)}</span></h3>
<p>${each.reason} <span class="quiet">${each.code}, ${sayMoment(each.madeAt)}${words.entry(each.number)}</span></p>
<dl class="votes">${seats.map(seat => voteHtml(each, seat, now))}${acceptanceHtml(each)}</dl>
</article>`,
      )}`
