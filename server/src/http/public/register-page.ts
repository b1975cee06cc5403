import { lastDayOf, leftUntil, sayDay, throughWords } from '@pars/domain'
import { countRare, shortClassNames, summarize, visibleClasses } from '@pars/terms'
import type { Registered } from '../../portal/load-register.ts'
import { type Html, html } from './html.ts'
import type { PublicPage } from './public-page.ts'
import { inWords, publicWords } from './public-words.ts'

const words = publicWords.register

/** Where an agreement stands, with its end as a date in words. */
export const standingHtml = ({ standing, why, startsAt, endsAt }: Registered, now: string): Html => {
  const says = publicWords.standing
  const because = why === null || standing === 'in-force' ? '' : inWords(publicWords.why, why)
  switch (standing) {
    case 'in-force': {
      if (why === 'unconfirmed') return html`<strong>${says.unconfirmed()}</strong>`
      const left = endsAt === null ? '' : leftUntil(endsAt, Date.parse(now))
      return html`<strong>${says['in-force'](endsAt === null ? '' : throughWords(endsAt))}</strong> ${left && words.ends(left)}`
    }
    case 'not-begun':
      return html`${says['not-begun'](startsAt === null ? '' : sayDay(startsAt))}`
    case 'ended':
      return html`${says.ended(endsAt === null ? '' : lastDayOf(endsAt))} ${because}`
    case 'suspended':
      return html`<strong>${says.suspended()}</strong> ${because}`
    case 'drafted':
      return html`${says.drafted()}`
  }
}

const rareHtml = ({ terms }: Registered): Html | undefined => {
  if (!terms) return undefined
  const summary = summarize(terms)
  const rare = summary.slice(0, countRare(summary))
  return rare.length === 0
    ? undefined
    : html`<p>${words.rare}</p><ul>${rare.map(({ text }) => html`<li><strong>${text}</strong></li>`)}</ul>`
}

const itemHtml = (agreement: Registered, now: string): Html => {
  const { code, partner, terms, standing, openResolutions } = agreement
  const isOn = standing === 'in-force'
  const shared = isOn && terms ? visibleClasses(terms).map(each => shortClassNames[each]) : []
  return html`<li>
<h3><a href="/public/agreements/${code}">${partner}</a> <span class="quiet">${code}</span></h3>
<p>${standingHtml(agreement, now)} ${openResolutions > 0 && words.openVotes(openResolutions)}</p>
${isOn && html`<p>${shared.length === 0 ? words.seesNothing : `${words.sees} ${shared.join(', ')}.`}</p>`}
${isOn && rareHtml(agreement)}
</li>`
}

const group = (title: string, agreements: readonly Registered[], now: string): Html => html`<h2>${title}</h2>
${agreements.length === 0 ? html`<p>${words.none}</p>` : html`<ul class="agreements">${agreements.map(each => itemHtml(each, now))}</ul>`}`

const endOf = ({ endsAt }: Registered): number => (endsAt === null ? 0 : Date.parse(endsAt))

/** Who may look into the record, until when; and who could. */
export const registerPage = (agreements: readonly Registered[], now: string): PublicPage => {
  const by = (...standings: Registered['standing'][]) =>
    agreements.filter(({ standing }) => standings.includes(standing)).toSorted((a, b) => endOf(a) - endOf(b))
  return {
    title: words.title(by('in-force').length),
    body: html`<p class="lead">${words.lead}</p>
<p><a href="/public/reported">${publicWords.nav.reported}</a></p>
${group(words.inForce, by('in-force', 'suspended'), now)}
${group(words.proposed, by('drafted', 'not-begun'), now)}
${group(words.past, by('ended').toReversed(), now)}`,
  }
}
