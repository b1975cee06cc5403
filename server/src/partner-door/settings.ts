import type { DatabaseAddress } from '@pars/database'
import type { IdentityProvider } from '../sign-in/relying-party.ts'

/** The first line that whoever starts this process writes to its standard input. */
export interface PartnerDoorSettings {
  /** Where to listen. Nothing but the server of this machine comes there. */
  readonly socket: string
  readonly database: DatabaseAddress
  /** What people type, without a slash at the end: part of what partners sign. */
  readonly publicUrl: string
  /** Name, and the origin of its log: part of every signed statement. */
  readonly city: { readonly name: string; readonly origin: string }
  /** Of partners' officers. Its secret is a client's own, not the staff's. */
  readonly provider: IdentityProvider
}

export type PartnerDoorLine =
  | { readonly kind: 'begin'; readonly settings: PartnerDoorSettings }
  /** A partner's role that this process shall open, at the start or once it is registered. */
  | { readonly kind: 'partner'; readonly role: string }
  /** Asks for a line on standard output that says what this process holds. */
  | { readonly kind: 'list' }

/** Reads a line of standard input; undefined for anything else. Who writes it is our own parent. */
export const parsePartnerDoorLine = (line: string): PartnerDoorLine | undefined => {
  try {
    const value = JSON.parse(line) as PartnerDoorLine
    if (value.kind === 'begin' && typeof value.settings.socket === 'string') return value
    if (value.kind === 'partner' && /^ptn_[0-9a-f]{12}$/.test(value.role)) return value
    return value.kind === 'list' ? value : undefined
  } catch {
    return undefined
  }
}
