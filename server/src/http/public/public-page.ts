import { sayDay } from '@pars/domain'
import type { FastifyReply } from 'fastify'
import { type Html, html } from './html.ts'
import { publicWords as words } from './public-words.ts'

export interface PublicPage {
  readonly title: string
  readonly body: Html
  readonly status?: number
  /** Style sheet and script files of a page that offers more with them; without them it still says what it says. */
  readonly head?: Html
}

const hour = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
/** `November 24, 2026, 20:09` */
export const sayMoment = (instant: string): string => `${sayDay(instant)}, ${hour.format(Date.parse(instant))}`

interface Site {
  readonly city: { readonly name: string; readonly rehearsal: boolean }
  readonly now: string
}

const frame = ({ title, body, head }: PublicPage, { city, now }: Site): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${city.rehearsal && html`<meta name="robots" content="noindex">`}
<title>${title} | PARS</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/plain.css">
${head}
</head>
<body class="register">
<a class="skip" href="#main">Skip to main content</a>
${city.rehearsal && html`<p class="rehearsal"><strong>${words.rehearsal}</strong></p>`}
<header>
<p class="site"><a href="/public">${words.site(city.name)}</a></p>
<nav aria-label="${words.nav.label}">
<a href="/public">${words.nav.register}</a>
<a href="/public/reported">${words.nav.reported}</a>
<a href="/log">${words.nav.log}</a>
<a href="/verify">${words.nav.verify}</a>
</nav>
</header>
<main id="main">
<h1>${title}</h1>
${body}
<p class="quiet">${words.asOf(sayMoment(now))}</p>
</main>
<footer><p>${words.footer} <a href="/partner">${words.console}</a></p></footer>
</body>
</html>
`

/** A page that needs no script: what it says is in its first bytes. */
export const sendPublicPage = (reply: FastifyReply, page: PublicPage, site: Site): FastifyReply =>
  reply
    .code(page.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(frame(page, site).markup)
