import { lastDayOf, sayDay, throughWords } from '@pars/domain'
import type { Registered, RegisteredWhole } from '../../portal/load-register.ts'
import type { PublicVersionRow } from '../../portal/portal.sql.ts'
import { type Html, html } from './html.ts'
import { dutiesHtml, haltsHtml, lettersHtml } from './papers-html.ts'
import type { PublicPage } from './public-page.ts'
import { publicWords } from './public-words.ts'
import { standingHtml } from './register-page.ts'
import { classesHtml, summaryHtml, termsHtml } from './terms-words.ts'
import { votesHtml } from './votes-html.ts'

const words = publicWords.agreement

const titleOf = ({ standing, why, partner, startsAt, endsAt }: Registered): string => {
  if (why === 'unconfirmed') return words.title.unconfirmed(partner)
  switch (standing) {
    case 'in-force':
      return words.title['in-force'](partner, endsAt === null ? '' : throughWords(endsAt))
    case 'not-begun':
      return words.title['not-begun'](partner, startsAt === null ? '' : sayDay(startsAt))
    case 'ended':
      return words.title.ended(partner, endsAt === null ? '' : lastDayOf(endsAt))
    default:
      return words.title[standing](partner)
  }
}

const versionsHtml = (
  { code, versions }: Registered,
  shown: number | undefined,
): Html => html`<h2 id="versions">${words.versions}</h2>
<ul class="terms">${versions.toReversed().map(({ version, activated }) => {
  const state = activated ? words.inForceOnce : words.neverInForce
  return version === shown
    ? html`<li><strong>${words.versionLink(version)}</strong>, ${state}</li>`
    : html`<li><a href="/public/agreements/${code}/${version}">${words.versionLink(version)}</a>, ${state}</li>`
})}</ul>`

const textsHtml = (version: PublicVersionRow): Html => html`<h2 id="hashes">${words.hashes}</h2>
<p>${words.hashesLead}</p>
<dl class="hashes"><dt>${words.termsHash}</dt><dd><code>${version.terms_hash}</code></dd><dt>${words.sqlHash}</dt><dd><code>${version.sql_hash}</code></dd></dl>
${version.prose !== null && html`<details><summary>${words.prose}</summary><p class="letter">${version.prose}</p></details>`}
<details><summary>${words.data}</summary><pre>${version.terms}</pre></details>
<details><summary>${words.sql}</summary><pre>${version.sql}</pre></details>`

const contents = [
  ['summary', words.summary],
  ['classes', words.classes],
  ['terms', words.terms],
  ['votes', words.votes],
  ['letters', words.letters],
  ['duties', words.duties],
  ['versions', words.versions],
] as const

/** One agreement as anybody may read it: terms in plain words, votes with their reasons, letters, duties, the texts themselves. */
export const agreementPage = ({ agreement, version, terms, papers }: RegisteredWhole, now: string): PublicPage => ({
  title: titleOf(agreement),
  body: html`<p class="lead">${standingHtml(agreement, now)} ${version && html`<span class="quiet">${words.code(agreement.code, version.version)}</span>`}</p>
<nav class="contents" aria-label="${words.contents}"><ul>${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<h2 id="summary">${words.summary}</h2>
${terms ? summaryHtml(terms) : html`<p>${words.faulty}</p>`}
${terms && html`<h2 id="classes">${words.classes}</h2>${classesHtml(terms)}<h2 id="terms">${words.terms}</h2>${termsHtml(terms)}`}
<h2 id="votes">${words.votes}</h2>${votesHtml(papers.resolutions, now)}
<h2 id="letters">${words.letters}</h2>${lettersHtml(papers.letters, now)}
<h2 id="duties">${words.duties}</h2>${dutiesHtml(papers.duties)}
${haltsHtml(papers.halts)}
${versionsHtml(agreement, version?.version)}
${version && textsHtml(version)}`,
})
