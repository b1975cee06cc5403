import type { PartnerRole } from './partner-pools.ts'

/** What a signed request leaves behind, so that the partner can't deny it and the city can't invent it. */
export interface Evidence {
  readonly key: string
  readonly base: string
  readonly signature: string
  readonly nonce: string
  readonly body: string
}

interface Officer {
  /** As the database has it. */
  readonly officerId: string
  readonly displayName: string
  readonly coordinator: boolean
}

interface Common {
  /** The partner's own login role. */
  readonly partner: PartnerRole
  readonly unit: string
}

/** A partner's system that signed its request. Its body says which officer asks. */
export interface SignedAsker extends Common {
  readonly by: 'signed'
  readonly evidence: Evidence
  /** The unit or its key is stopped: a question is refused on record, everything else at once. */
  readonly stopped: boolean
  /** Which role answers the agreement that the request names now; undefined where it names none of this partner's. */
  readonly door: string | undefined
}

/** An officer who signed in. */
export interface SignedInAsker extends Common {
  readonly by: 'sign-in'
  readonly officer: Officer
  readonly signInHash: Buffer
  /** The agreement that ended or was stopped since, and its term. */
  readonly endedBy: { readonly term: string; readonly agreement: string } | undefined
}

export type Asker = SignedAsker | SignedInAsker
