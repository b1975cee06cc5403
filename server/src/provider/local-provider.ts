import { createHmac } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Provider } from 'oidc-provider'
import { listRows } from '../db/direct.ts'
import { escapeHtml, sendPage } from '../http/page.ts'
import type { Runtime } from '../runtime.ts'
import type { IdentityProvider } from '../sign-in/relying-party.ts'
import { selectAccountsOfIssuer, selectPartnerOfficers } from '../sign-in/sign-in.sql.ts'
import { localIssuer } from '../system/local-issuer.ts'
import { memoryAdapter } from './memory-adapter.ts'
import { getSigningKey } from './signing-key.ts'

const mount = '/oidc'
const staffClient = 'pars'
const partnerClient = 'pars-partner-door'
type ClientId = typeof staffClient | typeof partnerClient

interface Chair {
  subject: string
  display_name: string
  /** The seat, or the partner's name. */
  party: string
  role: string
  kind: string
}

/** One for each client: the partner door's process is given its own and can't sign anybody in here. */
const clientSecretOf = (runtime: Runtime, client: ClientId): string =>
  createHmac('sha256', runtime.keys.provider)
    .update(client === staffClient ? 'client secret' : `client secret of ${client}`)
    .digest('base64url')

const providerFor = (runtime: Runtime, baseUrl: string, client: ClientId): IdentityProvider => ({
  issuer: `${baseUrl}${mount}`,
  clientId: client,
  clientSecret: clientSecretOf(runtime, client),
  accountIssuer: localIssuer,
  mfa: [{ claim: 'amr', value: 'mfa' }],
  allowHttp: true,
  alwaysAsk: true,
  idTokenAlgorithm: 'ES256',
})

/** The local provider as the relying party sees it. */
export const localIdentityProvider = (runtime: Runtime, baseUrl: string): IdentityProvider =>
  providerFor(runtime, baseUrl, staffClient)

/** The same for the partner door, which knows nobody of the staff. */
export const localPartnerProvider = (runtime: Runtime, baseUrl: string): IdentityProvider =>
  providerFor(runtime, baseUrl, partnerClient)

const clientOf = (runtime: Runtime, client: ClientId, redirectUri: string) => ({
  client_id: client,
  client_secret: clientSecretOf(runtime, client),
  redirect_uris: [redirectUri],
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
  id_token_signed_response_alg: 'ES256' as const,
})

const makeProvider = (runtime: Runtime, baseUrl: string, keyFolder: string): Provider =>
  new Provider(`${baseUrl}${mount}`, {
    adapter: memoryAdapter(),
    clients: [
      clientOf(runtime, staffClient, `${baseUrl}/sign-in/callback`),
      clientOf(runtime, partnerClient, `${baseUrl}/partner-sign-in/callback`),
    ],
    jwks: { keys: [getSigningKey(keyFolder)] },
    cookies: { keys: [createHmac('sha256', runtime.keys.provider).update('provider cookies').digest('hex')] },
    claims: { openid: ['sub', 'amr', 'acr', 'auth_time'] },
    scopes: ['openid'],
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { url: (_ctx, interaction) => `${mount}/interaction/${interaction.uid}` },
    findAccount: async (_ctx, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
    // Our own client asks for nothing but who somebody is: there is nothing to consent to.
    loadExistingGrant: async ctx => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 3600, Session: 3600 },
    renderError: async (ctx, out) => {
      ctx.type = 'html'
      ctx.body = `<!doctype html><html lang="en"><title>Sign-in failed | PARS</title><h1>Sign-in failed</h1><p>${escapeHtml(String(out.error))}</p><p><a href="/sign-in">Sign in again</a></p></html>`
    },
  })

const choiceOf = (chair: Chair): string =>
  `<li><button name="account" value="${escapeHtml(chair.subject)}">${escapeHtml(chair.display_name)} <small>(${escapeHtml(chair.role.replaceAll('-', ' '))})</small></button></li>`

const chooser = (uid: string, chairs: readonly Chair[]): string => {
  const parties = [...new Set(chairs.map(chair => chair.party))]
  const lists = parties.map(party => {
    const choices = chairs.filter(chair => chair.party === party).map(choiceOf)
    return `<h2>${escapeHtml(party.charAt(0).toUpperCase() + party.slice(1))}</h2>\n<ul>\n${choices.join('\n')}\n</ul>`
  })
  return `<p>This is a made-up city. Nobody here is real, and nobody needs a password.</p>
<form method="post" action="${mount}/interaction/${escapeHtml(uid)}">
${lists.join('\n')}
</form>`
}

/** Partners' officers as chairs, each under its partner. */
const listOfficers = (runtime: Runtime): Promise<Chair[]> =>
  listRows<Chair & { [column: string]: unknown }>(runtime.doors.keeper, selectPartnerOfficers(localIssuer))

/** The identity provider of the embedded default, on our own address: demo accounts as chairs, no password. Never in production. */
export const registerLocalProvider = (
  app: FastifyInstance,
  runtime: Runtime,
  baseUrl: string,
  keyFolder: string,
): void => {
  const provider = makeProvider(runtime, baseUrl, keyFolder)
  const handle = provider.callback()
  const listChairs = async (): Promise<Chair[]> =>
    (
      await listRows<Chair & { [column: string]: unknown }>(runtime.doors.signin, selectAccountsOfIssuer(localIssuer))
    ).filter(chair => chair.kind === 'person')

  const finish = async (request: FastifyRequest, reply: FastifyReply, subject: string): Promise<FastifyReply> => {
    const login = { accountId: subject, amr: ['demo', 'mfa'], remember: false }
    const returnTo = await provider.interactionResult(
      request.raw,
      reply.raw,
      { login },
      { mergeWithLastSubmission: false },
    )
    return reply.redirect(returnTo, 303)
  }
  const interactionOf = (request: FastifyRequest, reply: FastifyReply) =>
    provider.interactionDetails(request.raw, reply.raw).catch(() => undefined)
  const showEnded = (reply: FastifyReply): FastifyReply =>
    sendPage(reply, 400, 'This sign-in has ended', '<p><a href="/sign-in">Sign in again</a>.</p>')

  app.register(async scope => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    scope.get(`${mount}/interaction/:uid`, async (request, reply) => {
      const interaction = await interactionOf(request, reply)
      if (!interaction) return showEnded(reply)
      const hint = interaction.params['login_hint']
      if (typeof hint === 'string') return finish(request, reply, hint)
      const isPartner = interaction.params['client_id'] === partnerClient
      const chairs = isPartner ? await listOfficers(runtime) : await listChairs()
      return sendPage(reply, 200, 'Choose a chair', chooser(interaction.uid, chairs))
    })
    scope.post(`${mount}/interaction/:uid`, async (request, reply) => {
      const interaction = await interactionOf(request, reply)
      const subject = new URLSearchParams(String(request.body ?? '')).get('account')
      if (!interaction || !subject) return showEnded(reply)
      return finish(request, reply, subject)
    })
  })
  app.register(async scope => {
    // The provider reads its bodies itself.
    scope.addContentTypeParser('application/x-www-form-urlencoded', (_request, _payload, done) => done(null))
    const pass = (request: FastifyRequest, reply: FastifyReply): void => {
      reply.hijack()
      const { raw } = request
      Object.assign(raw, { originalUrl: raw.url })
      raw.url = raw.url?.slice(mount.length)
      void handle(raw, reply.raw)
    }
    scope.route({ method: ['GET', 'POST', 'OPTIONS'], url: `${mount}/*`, handler: pass })
  })
}
