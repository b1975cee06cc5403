import { base64Of, base64UrlOf, bytesOfBase64Url } from './base64.ts'

const es256 = -7
const eddsa = -8
const waitMs = 120_000

export const hasPasskeys = (): boolean => typeof PublicKeyCredential === 'function' && isSecureContext

/** Why no passkey signed. Somebody who presses "Cancel" in the browser's own window has done nothing wrong. */
export type PasskeyFault = 'cancelled' | 'unavailable'
export type PasskeyOutcome<T> = { kind: 'done'; value: T } | { kind: 'not-done'; fault: PasskeyFault }

const attempt = async <T>(run: () => Promise<T>): Promise<PasskeyOutcome<T>> => {
  try {
    return { kind: 'done', value: await run() }
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    return {
      kind: 'not-done',
      fault: name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'unavailable',
    }
  }
}

export interface MadePasskey {
  credentialId: string
  publicKey: string
  authenticatorData: string
  clientDataJson: string
}

interface Making {
  challenge: string
  relyingParty: string
  holder: string
}

/** Makes a passkey on this person's device. Only its public half leaves it. */
export const makePasskey = ({ challenge, relyingParty, holder }: Making): Promise<PasskeyOutcome<MadePasskey>> =>
  attempt(async () => {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: bytesOfBase64Url(challenge),
        rp: { id: relyingParty, name: 'PARS' },
        user: { id: crypto.getRandomValues(new Uint8Array(32)), name: holder, displayName: holder },
        pubKeyCredParams: [
          { type: 'public-key', alg: eddsa },
          { type: 'public-key', alg: es256 },
        ],
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        attestation: 'none',
        timeout: waitMs,
      },
    })
    const response = made instanceof PublicKeyCredential ? made.response : undefined
    const publicKey = response instanceof AuthenticatorAttestationResponse ? response.getPublicKey() : null
    if (!(made instanceof PublicKeyCredential) || !(response instanceof AuthenticatorAttestationResponse) || !publicKey)
      throw new Error('the device gave no public key')
    return {
      credentialId: base64UrlOf(made.rawId),
      publicKey: base64Of(publicKey),
      authenticatorData: base64Of(response.getAuthenticatorData()),
      clientDataJson: base64Of(response.clientDataJSON),
    }
  })

export interface PasskeySignature {
  keyId: string
  signature: string
  passkey: { authenticatorData: string; clientDataJson: string }
}

interface Signing {
  /** base64url of the SHA-256 of what is signed. */
  challenge: string
  relyingParty: string
  keyIds: readonly string[]
}

/** Signs a challenge by one of the keys; the person shows the device that it is them. */
export const signByPasskey = ({
  challenge,
  relyingParty,
  keyIds,
}: Signing): Promise<PasskeyOutcome<PasskeySignature>> =>
  attempt(async () => {
    const given = await navigator.credentials.get({
      publicKey: {
        challenge: bytesOfBase64Url(challenge),
        rpId: relyingParty,
        allowCredentials: keyIds.map(id => ({ type: 'public-key', id: bytesOfBase64Url(id) })),
        userVerification: 'required',
        timeout: waitMs,
      },
    })
    const response = given instanceof PublicKeyCredential ? given.response : undefined
    if (!(given instanceof PublicKeyCredential) || !(response instanceof AuthenticatorAssertionResponse))
      throw new Error('the device gave no signature')
    return {
      keyId: base64UrlOf(given.rawId),
      signature: base64Of(response.signature),
      passkey: {
        authenticatorData: base64Of(response.authenticatorData),
        clientDataJson: base64Of(response.clientDataJSON),
      },
    }
  })
