import { type Refused, refuse } from '@pars/domain'
import { checkPasskey, type PasskeyAssertion, type PasskeyExpected, type PasskeyFault } from '@pars/terms'
import { originOf, relyingPartyOf, type Site } from './site.ts'
import { sha256 } from './verify-signature.ts'

const sentences: { [F in PasskeyFault]: string } = {
  'passkey-malformed': 'What the passkey gave cannot be read; try it again in the browser.',
  'passkey-other-challenge': 'The passkey signed another statement; sign the one that is shown now.',
  'passkey-other-site': 'The passkey was used on another site; open PARS by its own address and sign there.',
  'passkey-user-not-verified': 'The passkey did not verify who holds it; sign again with PIN, finger or face.',
}

/** base64url of a statement's SHA-256: what a passkey is asked to sign. */
export const challengeOf = (statement: string): string =>
  Buffer.from(sha256(Buffer.from(statement, 'utf8'))).toString('base64url')

/** Why what a passkey signed does not count here, before its signature is looked at; undefined when it does. */
export const refusePasskey = (
  assertion: PasskeyAssertion,
  { ceremony, statement, site }: { ceremony: PasskeyExpected['ceremony']; statement: string; site: Site },
): Refused<PasskeyFault> | undefined => {
  const expected = {
    ceremony,
    challenge: challengeOf(statement),
    page: { relyingParty: relyingPartyOf(site), origin: originOf(site) },
  }
  const fault = checkPasskey(assertion, expected, sha256)
  return fault && refuse(fault, sentences[fault], 'passkey')
}
