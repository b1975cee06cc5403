import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Runtime } from '../runtime.ts'
import { attemptMinutes, openAttempt, sealAttempt } from '../sign-in/attempt.ts'
import { localPath } from '../sign-in/local-path.ts'
import { recordUnknownSubject } from '../sign-in/record-unknown-subject.ts'
import { type IdentityProvider, relyingParty, type SignInFault } from '../sign-in/relying-party.ts'
import { clearSignInCookie, readSignInCookie, setSignInCookie } from '../sign-in/sign-in-cookie.ts'
import { endSignIn, findAccount, startSignIn } from '../sign-in/start-sign-in.ts'
import { escapeHtml, sendPage } from './page.ts'

export interface SignInOptions {
  readonly provider: IdentityProvider
  /** What people type: `http://localhost:7277`. */
  readonly baseUrl: string
  /** Sends a browser that came under another name of this machine to `baseUrl` first: cookies are kept by name. */
  readonly oneName: boolean
}

const attemptCookie = 'pars_sign_in_attempt'
const again = '<p><a href="/sign-in">Sign in again</a> or <a href="/">go to the start page</a>.</p>'

const faultText: Record<SignInFault, string> = {
  'provider-refused': 'The identity provider did not sign you in.',
  'answer-invalid': 'The answer of the identity provider did not pass our checks, so nobody was signed in.',
  'no-second-factor':
    'You signed in without a second factor. PARS needs one: sign in again and use your security key or authenticator.',
  'provider-unreachable':
    'The identity provider could not be reached. Wait a minute; if it stays so, tell your help desk.',
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const showFault = (reply: FastifyReply, fault: SignInFault): FastifyReply =>
  sendPage(
    reply,
    fault === 'provider-unreachable' ? 502 : 403,
    'You are not signed in',
    `<p>${faultText[fault]}</p>${again}`,
  )

const showUnknown = (reply: FastifyReply, issuer: string, subject: string): FastifyReply =>
  sendPage(
    reply,
    403,
    'You have no seat here',
    `<p>You signed in, but no seat has given you an account, or it has ended.</p>
<p>Ask the manager of your seat (police, District Attorney or courts) to add you on the page <b>People</b> with these two lines:</p>
<ul><li>Issuer: <code>${escapeHtml(issuer)}</code></li><li>Subject: <code>${escapeHtml(subject)}</code></li></ul>${again}`,
  )

/** Sign-in, its way back, and sign-out: what browsers do by addresses and forms, outside the API. */
export const registerSignIn = (app: FastifyInstance, runtime: Runtime, options: SignInOptions): void => {
  const { provider, baseUrl } = options
  const party = relyingParty(provider, `${baseUrl}/sign-in/callback`)
  const secure = baseUrl.startsWith('https:')
  // Lax: the way back from the identity provider begins on its site.
  const attemptSettings = { path: '/sign-in', httpOnly: true, sameSite: 'lax', secure } as const

  const begin = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const query = request.query as Record<string, unknown>
    if (options.oneName && request.headers.host !== new URL(baseUrl).host) {
      return reply.redirect(`${baseUrl}${localPath(request.url)}`)
    }
    const begun = await party
      .begin(localPath(textOf(query['to'])), textOf(query['account'])?.slice(0, 200))
      .catch(() => undefined)
    if (!begun) return showFault(reply, 'provider-unreachable')
    reply.setCookie(attemptCookie, sealAttempt(runtime.keys.provider, begun.attempt), {
      ...attemptSettings,
      maxAge: attemptMinutes * 60,
    })
    return reply.header('cache-control', 'no-store').redirect(begun.url)
  }

  const complete = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const attempt = openAttempt(runtime.keys.provider, request.cookies[attemptCookie], Date.now())
    reply.clearCookie(attemptCookie, attemptSettings)
    if (!attempt) {
      const why = `It took longer than ${attemptMinutes} minutes, or began in another browser.`
      return sendPage(reply, 400, 'This sign-in can not be completed', `<p>${why}</p>${again}`)
    }
    const result = await party.complete(new URL(request.url, baseUrl).searchParams, attempt)
    if ('fault' in result) return showFault(reply, result.fault)
    const account = await findAccount(runtime, provider.accountIssuer, result.subject)
    const token = account && (await startSignIn(runtime, account, 'cookie'))
    if (!token) {
      await recordUnknownSubject(runtime, provider.accountIssuer, result.subject)
      return showUnknown(reply, provider.accountIssuer, result.subject)
    }
    const earlier = readSignInCookie(request)
    if (earlier !== undefined) await endSignIn(runtime, earlier)
    setSignInCookie(reply, token, secure)
    return reply.header('cache-control', 'no-store').redirect(attempt.to, 303)
  }

  const end = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const token = readSignInCookie(request)
    if (token !== undefined) await endSignIn(runtime, token)
    clearSignInCookie(reply, secure)
    return reply.header('cache-control', 'no-store').redirect('/signed-out', 303)
  }

  app.register(async scope => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    scope.get('/sign-in', begin)
    scope.get('/sign-in/callback', complete)
    scope.post('/sign-out', end)
  })
}
