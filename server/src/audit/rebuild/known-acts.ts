import type { ActEntry, Members } from '../act-entry.ts'
import { bytesIn, membersOf, orNull, uuidIn } from '../act-entry.ts'

/** What earlier entries said that later ones name by a code or a number. Kept for conduct alone, of which a city has little. */
export interface KnownActs {
  agreementOf(code: unknown): string | null
  unitOf(code: unknown): string | null
  partnerOf(agreementId: string | null): string | null
  resolutionOf(code: unknown): KnownResolution | undefined
  /** What a numbered ballot or acceptance said. */
  voteOf(number: unknown): KnownVote | undefined
  /** The version's texts, as a row that voted for them names them. */
  versionOf(agreementCode: unknown, version: unknown): KnownVersion | undefined
  endOf(agreementCode: unknown, version: unknown): string | null
  learn(entry: ActEntry): void
}
export interface KnownResolution {
  readonly resolutionId: string | null
  readonly agreementId: string | null
  readonly action: string
  readonly closesAt: string
  readonly code: string
}
export interface KnownVote {
  readonly made: string | null
  readonly seat: string | null
  readonly resolution: KnownResolution | undefined
}
export interface KnownVersion {
  readonly agreementId: string | null
  readonly termsHash: string
  readonly sqlHash: string
  readonly terms: string
  readonly prose: string | null
  readonly door: string
  readonly startsAt: string
  readonly endsAt: string
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const keyOf = (code: unknown, version: unknown): string => `${textOf(code)} ${String(version)}`

interface Memory {
  agreements: Map<string, string | null>
  partners: Map<string | null, string | null>
  units: Map<string, string | null>
  resolutions: Map<string, KnownResolution>
  votes: Map<number, KnownVote>
  versions: Map<string, KnownVersion>
}

const learnTerms = (memory: Memory, { act }: ActEntry, canonical: (value: Members) => string): void => {
  const terms = membersOf(act['terms'])
  const agreementId = uuidIn(act['agreementId'])
  memory.agreements.set(textOf(terms['agreement']), agreementId)
  memory.partners.set(agreementId, uuidIn(act['partnerId']))
  memory.versions.set(keyOf(terms['agreement'], terms['version']), {
    agreementId,
    termsHash: textOf(act['termsHash']),
    sqlHash: textOf(act['sqlHash']),
    terms: canonical(terms),
    prose: typeof act['prose'] === 'string' ? act['prose'] : null,
    door: textOf(act['door']),
    startsAt: textOf(act['startsAt']),
    endsAt: textOf(act['endsAt']),
  })
}

const learnResolution = (memory: Memory, { clear, slots }: ActEntry): void => {
  memory.resolutions.set(textOf(clear['resolution']), {
    resolutionId: uuidIn(membersOf(slots.get('officer'))['made']),
    agreementId: memory.agreements.get(textOf(clear['agreement'])) ?? null,
    action: textOf(clear['action']),
    closesAt: textOf(clear['closesAt']),
    code: textOf(clear['resolution']),
  })
}

const learnVote = (memory: Memory, entry: ActEntry): void => {
  if (entry.number === null) return
  const isBallot = entry.kind === 'ballot.cast'
  const made = membersOf(entry.slots.get(isBallot ? 'officer' : 'signature'))['made']
  memory.votes.set(entry.number, {
    made: uuidIn(made),
    seat: isBallot ? textOf(entry.clear['seat']) : null,
    resolution: isBallot ? memory.resolutions.get(textOf(entry.clear['resolution'])) : undefined,
  })
}

export const createKnownActs = (canonical: (value: Members) => string): KnownActs => {
  const memory: Memory = {
    agreements: new Map(),
    partners: new Map(),
    units: new Map(),
    resolutions: new Map(),
    votes: new Map(),
    versions: new Map(),
  }
  return {
    agreementOf: code => memory.agreements.get(textOf(code)) ?? null,
    unitOf: code => memory.units.get(textOf(code)) ?? null,
    partnerOf: agreementId => memory.partners.get(agreementId) ?? null,
    resolutionOf: code => memory.resolutions.get(textOf(code)),
    voteOf: number => memory.votes.get(Number(number)),
    versionOf: (code, version) => memory.versions.get(keyOf(code, version)),
    endOf: (code, version) => memory.versions.get(keyOf(code, version))?.endsAt ?? null,
    learn(entry) {
      if (entry.kind === 'terms.drafted') learnTerms(memory, entry, canonical)
      if (entry.kind === 'unit.registered')
        memory.units.set(textOf(entry.act['code']), uuidIn(orNull(entry.act['unitId'])))
      if (entry.kind === 'resolution.opened') learnResolution(memory, entry)
      if (entry.kind === 'ballot.cast' || entry.kind === 'agreement.accepted') learnVote(memory, entry)
    },
  }
}

/** The hashes of a version, as columns. */
export const hashColumns = (version: KnownVersion | undefined): Members => ({
  terms_hash: version ? bytesIn(version.termsHash, 'hex') : null,
  sql_hash: version ? bytesIn(version.sqlHash, 'hex') : null,
})
