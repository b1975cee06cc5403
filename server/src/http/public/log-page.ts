import type { AnswerOf, viewLogStatus } from '@pars/contract'
import { parseLeaf } from '@pars/ledger'
import { loadLogStatus } from '../../cosigners/load-log-status.ts'
import { findRow } from '../../db/direct.ts'
import { selectNewestAudit } from '../../journal/journal.sql.ts'
import type { Runtime } from '../../runtime.ts'
import { logVkey } from '../log.ts'
import { type Html, html } from './html.ts'
import { type PublicPage, sayMoment } from './public-page.ts'
import { publicWords } from './public-words.ts'

type Status = AnswerOf<typeof viewLogStatus>
type Audit = { readonly at: string; readonly fields: { readonly [field: string]: unknown } }

const words = publicWords.log
const numbers = new Intl.NumberFormat('en-US')
const say = (count: unknown): string => numbers.format(Number(count))

const sayDuration = (seconds: number): string => {
  if (seconds < 90) return words.seconds(seconds)
  if (seconds < 90 * 60) return words.minutes(Math.round(seconds / 60))
  return seconds < 36 * 3600 ? words.hours(Math.round(seconds / 3600)) : words.days(Math.round(seconds / 86_400))
}
const sayAgo = (seconds: number | null): string => words.ago(sayDuration(seconds ?? 0))

const cosignerText = ({ size, secondsAgo, trouble, troubleForSeconds }: Status['cosigners'][number]): string => {
  if (trouble !== null) return words.silent(sayDuration(troubleForSeconds ?? 0), trouble)
  return size === 0 ? words.never : words.cosigner(say(size), sayAgo(secondsAgo))
}

const stateHtml = ({ size, confirmed, cosigners, trouble }: Status, audit: Audit | undefined): Html => html`
<h2>${words.state}</h2>
${trouble !== null && html`<p><strong>${words.trouble(trouble)}</strong></p>`}
<dl class="log-state">
<dt>${words.size}</dt><dd>${say(size)}</dd>
<dt>${words.confirmed}</dt><dd>${
  cosigners.length === 0
    ? words.noCosigners
    : confirmed === null
      ? words.notConfirmed
      : words.confirmedThrough(say(confirmed.size), sayAgo(confirmed.secondsAgo))
}</dd>
${cosigners.map(each => html`<dt>${words.seats[each.seat]}</dt><dd>${cosignerText(each)}</dd>`)}
<dt>${words.audit}</dt><dd>${
  audit === undefined
    ? words.noAudit
    : words.audited(
        sayMoment(audit.at),
        say(audit.fields['from']),
        say(audit.fields['through']),
        Number(audit.fields['faults']),
      )
}</dd>
</dl>`

const outagesHtml = ({ outages }: Status): Html => html`
<h2>${words.outages}</h2>
${
  outages.length === 0
    ? html`<p>${words.noOutages}</p>`
    : html`<ul>${outages.map(
        ({ seat, beganAt, endedAt, why }) =>
          html`<li>${words.outage(words.seats[seat], sayMoment(beganAt), endedAt === null ? words.lasting : sayMoment(endedAt), why)}</li>`,
      )}</ul>`
}`

const yourselfHtml = (vkey: string): Html => html`
<h2>${words.key}</h2>
<p><code>${vkey}</code></p>
<p>${words.keyNote}</p>
<h2>${words.yourself}</h2>
<p>${words.commands}</p>
<dl>
<dt><code>npx pars verify-log ADDRESS/log --key KEY</code></dt><dd>${words.checkLog}</dd>
<dt><code>npx pars verify FILE --key KEY</code></dt><dd>${words.checkPackage}</dd>
<dt><a href="/log/receipt/1"><code>/log/receipt/1</code></a></dt><dd>${words.checkReceipt}</dd>
</dl>
<p>${words.files} <a href="/log/checkpoint">${words.checkpoint}</a>, <a href="/log/key">${words.keyFile}</a>,
<a href="/log/policy">${words.policy}</a>.</p>`

const checker = html`<div data-verifier data-key-url="/log/key" data-policy-url="/log/policy"><noscript><p>${publicWords.verify.noScript}</p></noscript></div>
<p><a href="/pars-verifier.html" download>${publicWords.verify.save}</a> <span class="quiet">${publicWords.verify.saveNote}</span></p>`

const head = html`<link rel="stylesheet" href="/verifier.css">
<script src="/verifier.js" defer></script>`

const findAudit = async (runtime: Runtime): Promise<Audit | undefined> => {
  const row = await findRow<{ leaf: Buffer }>(runtime.doors.portal, selectNewestAudit)
  const leaf = row && parseLeaf(row.leaf)
  return leaf?.ok && leaf.value.class === 'conduct' ? leaf.value : undefined
}

/** Loads what the page of the log says. `trouble`: why the log stands still, if it does. */
export const loadLogPage = async (runtime: Runtime, trouble: string | null): Promise<PublicPage> => {
  const status = await loadLogStatus(runtime.doors.portal, trouble)
  const audit = await findAudit(runtime)
  const confirming = status.cosigners.filter(({ trouble: silent, size }) => silent === null && size > 0).length
  return {
    title: words.title(say(status.size), confirming, status.cosigners.length),
    head,
    body: html`<p class="lead">${words.lead}</p>
<p>${words.private}</p>
${stateHtml(status, audit)}
<h2>${words.receiptCheck}</h2>
${checker}
${yourselfHtml(logVkey(runtime.keys, runtime.city.origin))}
${outagesHtml(status)}`,
  }
}

/** The checker alone, as it can be saved. */
export const verifyPage: PublicPage = { title: publicWords.verify.title, head, body: checker }
