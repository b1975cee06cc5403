import { endPartnerSignIn } from '@pars/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findRow } from '../db/direct.ts'
import { sendPage } from '../http/page.ts'
import { attemptMinutes, openAttempt, sealAttempt } from '../sign-in/attempt.ts'
import { localPath } from '../sign-in/local-path.ts'
import { relyingParty, type SignInFault } from '../sign-in/relying-party.ts'
import { hashOfToken, newSignInToken } from '../sign-in/sign-in-token.ts'
import type { PartnerDoor } from './door.ts'
import { findSignedIn } from './find-asker.ts'
import { callEndSignIn, callFindOfficer, callStartSignIn, type OfficerRow } from './partner.sql.ts'
import { clearPartnerCookie, readPartnerCookie, setPartnerCookie } from './partner-cookie.ts'
import type { PartnerRole } from './partner-pools.ts'
import type { PartnerRoute } from './route.ts'

const attemptCookie = 'pars_partner_attempt'
const again = '<p><a href="/partner-sign-in">Sign in again</a>.</p>'

const faultText: Record<SignInFault, string> = {
  'provider-refused': 'The identity provider did not sign you in.',
  'answer-invalid': 'The answer of the identity provider did not pass our checks, so nobody was signed in.',
  'no-second-factor':
    'You signed in without a second factor. Sign in again and use your security key or authenticator.',
  'provider-unreachable': 'The identity provider could not be reached. Wait a minute and try again.',
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const refuse = (reply: FastifyReply, status: number, sentence: string): FastifyReply =>
  sendPage(reply, status, 'You are not signed in', `<p>${sentence}</p>${again}`)

interface FoundOfficer {
  partner: PartnerRole
  officer: OfficerRow
}

/** Of which partner an identity is an officer. Each partner's own role is asked: none can see another's officers. */
const findOfficer = async (door: PartnerDoor, subject: string): Promise<FoundOfficer | undefined> => {
  for (const partner of door.partners) {
    const officer = await findRow<OfficerRow & { [column: string]: unknown }>(
      door.pools.of(partner),
      callFindOfficer(door.settings.provider.accountIssuer, subject),
    )
    if (officer) return { partner, officer }
  }
  return undefined
}

/** Starts a sign-in; undefined where the certificate or the switch stands against it, which the database says. */
const start = async (door: PartnerDoor, { partner, officer }: FoundOfficer): Promise<string | undefined> => {
  const token = newSignInToken()
  const hash = hashOfToken(token)
  if (!hash) throw new Error('a new token must have a hash')
  await findRow(door.pools.of(partner), callStartSignIn(hash, officer.officer_id))
  const cookie = `${partner}.${token}`
  return (await findSignedIn(door, cookie)) ? cookie : undefined
}

/** Sign-in of partners' officers and its way back: a sign-in of its own, whose cookie is sent to the partner door only. */
export const registerPartnerSignIn = (app: FastifyInstance, door: PartnerDoor): void => {
  const { provider, publicUrl } = door.settings
  const party = relyingParty(provider, `${publicUrl}/partner-sign-in/callback`)
  const secure = publicUrl.startsWith('https:')
  const attemptSettings = { path: '/partner-sign-in', httpOnly: true, sameSite: 'lax', secure } as const

  app.get('/partner-sign-in', async (request: FastifyRequest, reply: FastifyReply) => {
    const query = request.query as Record<string, unknown>
    const account = textOf(query['account'])?.slice(0, 200)
    const begun = await party.begin(localPath(textOf(query['to']) ?? '/partner'), account).catch(() => undefined)
    if (!begun) return refuse(reply, 502, faultText['provider-unreachable'])
    reply.setCookie(attemptCookie, sealAttempt(door.attemptKey, begun.attempt), {
      ...attemptSettings,
      maxAge: attemptMinutes * 60,
    })
    return reply.header('cache-control', 'no-store').redirect(begun.url)
  })

  app.get('/partner-sign-in/callback', async (request: FastifyRequest, reply: FastifyReply) => {
    const attempt = openAttempt(door.attemptKey, request.cookies[attemptCookie], Date.now())
    reply.clearCookie(attemptCookie, attemptSettings)
    if (!attempt)
      return refuse(reply, 400, `It took longer than ${attemptMinutes} minutes, or began in another browser.`)
    const result = await party.complete(new URL(request.url, publicUrl).searchParams, attempt)
    if ('fault' in result)
      return refuse(reply, result.fault === 'provider-unreachable' ? 502 : 403, faultText[result.fault])
    const found = await findOfficer(door, result.subject)
    const cookie = found && (await start(door, found))
    if (!cookie)
      return refuse(
        reply,
        403,
        'No certificate of yours is in force here. Ask the coordinator of your unit, or the custodians.',
      )
    setPartnerCookie(reply, cookie, secure)
    return reply.header('cache-control', 'no-store').redirect(attempt.to, 303)
  })
}

/** Ends the own sign-in. It can be ended whatever has become of the agreement. */
export const signOutRoute: PartnerRoute = {
  endpoint: endPartnerSignIn,
  async handle(door, request, reply) {
    const [partner = '', token = ''] = readPartnerCookie(request)?.split('.') ?? []
    const hash = hashOfToken(token)
    const isOurs = hash !== undefined && door.partners.has(partner)
    if (isOurs) await findRow(door.pools.of(partner), callEndSignIn(hash))
    clearPartnerCookie(reply, door.settings.publicUrl.startsWith('https:'))
    reply.header('clear-site-data', '"cache", "storage"')
    return JSON.stringify({ signedOut: isOurs })
  },
}
