/** One way in which the identity provider may say that a second factor was used. */
export interface MfaClaim {
  readonly claim: 'amr' | 'acr'
  readonly value: string
}

/** Reads `amr:mfa,acr:urn:example:loa3`: any one of them suffices. Undefined when a part is neither. */
export const parseMfaClaims = (text: string): MfaClaim[] | undefined => {
  const claims = text
    .split(',')
    .map(part => /^(amr|acr):(\S+)$/.exec(part.trim()))
    .map(match => (match ? ({ claim: match[1], value: match[2] } as MfaClaim) : undefined))
  return claims.some(claim => claim === undefined) ? undefined : (claims as MfaClaim[])
}

/** True when the token shows one of the claims. An `amr` that is no list of texts shows nothing. */
export const showsMfa = (token: { readonly [claim: string]: unknown }, claims: readonly MfaClaim[]): boolean =>
  claims.some(({ claim, value }) =>
    claim === 'acr' ? token['acr'] === value : Array.isArray(token['amr']) && token['amr'].includes(value),
  )
