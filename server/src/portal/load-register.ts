import { type AgreementNow, agreementStanding, type StandingFacts } from '@pars/domain'
import { parseTermsText, type Terms } from '@pars/terms'
import { jsonInstants } from '../db/json-instants.ts'
import type { Snapshot } from '../db/transaction.ts'
import {
  type PublicPapersRow,
  type PublicVersionRow,
  type RegisterRow,
  selectPublicPapers,
  selectPublicVersion,
  selectRegister,
  selectRegistered,
} from './portal.sql.ts'

/** One agreement as anybody may read it. */
export interface Registered extends AgreementNow {
  readonly agreementId: string
  readonly code: string
  readonly partner: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  /** The terms of the version that answers, or answered last; of a draft, the newest. Undefined where they can't be read. */
  readonly terms: Terms | undefined
  readonly versions: readonly { version: number; activated: boolean }[]
  readonly openResolutions: number
}

const termsOf = (row: RegisterRow, version: number | null): Terms | undefined => {
  const found = row.versions.find(each => each.version === version) ?? row.versions.at(-1)
  const parsed = found && parseTermsText(found.terms)
  return parsed?.kind === 'parsed' ? parsed.terms : undefined
}

const present = (row: RegisterRow, read: Snapshot): Registered => {
  const standings = jsonInstants(row.standings) as unknown as StandingFacts[]
  const now = agreementStanding(standings, read.now)
  const current = standings.find(({ version }) => version === now.version)
  const endedAt = now.standing === 'ended' ? (current?.endedAt ?? null) : null
  return {
    ...now,
    agreementId: row.agreement_id,
    code: row.code,
    partner: row.partner,
    startsAt: current?.startsAt ?? null,
    endsAt: endedAt ?? current?.endsAt ?? null,
    terms: termsOf(row, now.version),
    versions: row.versions.map(({ version, activated }) => ({ version, activated })),
    openResolutions: row.open_resolutions,
  }
}

type Row<T> = T & { [column: string]: unknown }

/** Every agreement, in force, proposed and past. */
export const loadRegister = async (read: Snapshot): Promise<Registered[]> =>
  (await read.rows<Row<RegisterRow>>(selectRegister)).map(row => present(row, read))

export interface RegisteredWhole {
  readonly agreement: Registered
  /** The version that is read: the one asked for, else the one that answers or answered last. */
  readonly version: PublicVersionRow | undefined
  readonly terms: Terms | undefined
  readonly papers: PublicPapersRow
}

/** One agreement with votes, letters and duties; undefined where no agreement has this code, or no such version. */
export const findRegistered = async (
  read: Snapshot,
  code: string,
  asked: number | undefined,
): Promise<RegisteredWhole | undefined> => {
  const row = await read.find<Row<RegisterRow>>(selectRegistered(code))
  if (!row) return undefined
  const agreement = present(row, read)
  const number = asked ?? agreement.version ?? agreement.versions.at(-1)?.version
  const version =
    number === undefined
      ? undefined
      : await read.find<Row<PublicVersionRow>>(selectPublicVersion(agreement.agreementId, number))
  if (asked !== undefined && !version) return undefined
  const papers = await read.find<Row<PublicPapersRow>>(selectPublicPapers(agreement.agreementId))
  if (!papers) throw new Error('the database gave no papers')
  const parsed = version && parseTermsText(version.terms)
  return {
    agreement,
    version,
    terms: parsed?.kind === 'parsed' ? parsed.terms : undefined,
    papers: jsonInstants(papers),
  }
}
