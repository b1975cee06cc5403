import * as openid from 'openid-client'
import type { Attempt } from './attempt.ts'
import { type MfaClaim, showsMfa } from './mfa-claim.ts'

/** Which identity provider signs people in, and what it knows us as. */
export interface IdentityProvider {
  /** Pinned: discovery, tokens and the answer's `iss` must name it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What accounts of this provider are filed under; the issuer itself except where its address moves with the port. */
  readonly accountIssuer: string
  readonly mfa: readonly MfaClaim[]
  /** Plain http, for the provider of the embedded default only. */
  readonly allowHttp: boolean
  /** Asks for a fresh sign-in each time, whoever the provider remembers. */
  readonly alwaysAsk: boolean
  readonly idTokenAlgorithm?: string
}

/** Why nobody is signed in after coming back from the provider. */
export type SignInFault = 'provider-refused' | 'answer-invalid' | 'no-second-factor' | 'provider-unreachable'

export interface RelyingParty {
  /** Where to send the browser, and what to remember until it is back. */
  begin(to: string, subject: string | undefined): Promise<{ url: string; attempt: Attempt }>
  /** Who came back: checks state, nonce, issuer, signature, PKCE and second factor. */
  complete(query: URLSearchParams, attempt: Attempt): Promise<{ subject: string } | { fault: SignInFault }>
}

const discover = (provider: IdentityProvider): Promise<openid.Configuration> =>
  openid.discovery(
    new URL(provider.issuer),
    provider.clientId,
    { ...(provider.idTokenAlgorithm ? { id_token_signed_response_alg: provider.idTokenAlgorithm } : {}) },
    openid.ClientSecretBasic(provider.clientSecret),
    {
      timeout: 10,
      // The signature counts, not only the connection that the token came over.
      execute: [openid.enableNonRepudiationChecks, ...(provider.allowHttp ? [openid.allowInsecureRequests] : [])],
    },
  )

const faultOf = (error: unknown): SignInFault => {
  if (error instanceof openid.AuthorizationResponseError) return 'provider-refused'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /TIMEOUT|OAUTH_REQUEST|ECONN|ENOTFOUND/.test(code) || error instanceof TypeError
    ? 'provider-unreachable'
    : 'answer-invalid'
}

/** Our side of OpenID Connect. The provider is asked for its configuration at the first sign-in and again after a failure. */
export const relyingParty = (provider: IdentityProvider, redirectUri: string): RelyingParty => {
  let found: Promise<openid.Configuration> | undefined
  const configuration = (): Promise<openid.Configuration> => {
    found ??= discover(provider).catch(error => {
      found = undefined
      throw error
    })
    return found
  }
  return {
    async begin(to, subject) {
      const config = await configuration()
      const codeVerifier = openid.randomPKCECodeVerifier()
      const attempt = { state: openid.randomState(), nonce: openid.randomNonce(), codeVerifier, to, madeAt: Date.now() }
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(provider.alwaysAsk ? { prompt: 'login' } : {}),
        ...(subject === undefined ? {} : { login_hint: subject }),
      })
      return { url: url.href, attempt }
    },
    async complete(query, attempt) {
      try {
        const here = new URL(redirectUri)
        here.search = query.toString()
        const tokens = await openid.authorizationCodeGrant(await configuration(), here, {
          pkceCodeVerifier: attempt.codeVerifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) return { fault: 'answer-invalid' }
        return showsMfa(claims, provider.mfa) ? { subject: claims.sub } : { fault: 'no-second-factor' }
      } catch (error) {
        return { fault: faultOf(error) }
      }
    },
  }
}
