/** The address under which people reach this server: a passkey is made for its name and signs its origin. */
export interface Site {
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Of the log: no signature for one city's log counts in another's. */
  readonly logOrigin: string
}

export const relyingPartyOf = ({ baseUrl }: Site): string => new URL(baseUrl).hostname
export const originOf = ({ baseUrl }: Site): string => new URL(baseUrl).origin
