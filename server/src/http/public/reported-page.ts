import { shortClassNames, visibleClasses } from '@pars/terms'
import type { Registered } from '../../portal/load-register.ts'
import { type Html, html } from './html.ts'
import type { PublicPage } from './public-page.ts'
import { publicWords } from './public-words.ts'

const words = publicWords.reported

const sharesHtml = ({ partner, standing, terms }: Registered): Html =>
  html`<li>${
    standing === 'suspended' || !terms
      ? words.suspended(partner)
      : words.shares(
          partner,
          visibleClasses(terms)
            .map(each => shortClassNames[each])
            .join(', '),
        )
  }</li>`

/**
 * Answered from the terms in force at this moment. Terms are read by the closed language of agreements, which has no class for victims
 * or witnesses: terms that are not of this language are not answered for.
 */
export const reportedPage = (agreements: readonly Registered[]): PublicPage => {
  const inForce = agreements.filter(({ standing }) => standing === 'in-force' || standing === 'suspended')
  const unread = inForce.filter(({ terms }) => terms === undefined).map(({ code }) => code)
  return {
    title: words.title,
    body: html`<p class="lead"><strong>${unread.length === 0 ? words.no : words.unknown(unread.join(', '))}</strong></p>
<h2>${words.today}</h2>
${inForce.length === 0 ? html`<p>${words.nobody}</p>` : html`<ul>${inForce.filter(({ terms }) => terms !== undefined).map(sharesHtml)}</ul>`}
<h2>${words.why}</h2>
<ul>${words.reasons.map(line => html`<li>${line}</li>`)}</ul>
<h2>${words.limits}</h2>
<ul>${words.limitLines.map(line => html`<li>${line}</li>`)}</ul>
<p><a href="/public">${publicWords.nav.register}</a></p>`,
  }
}
