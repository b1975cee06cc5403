import { createHash } from 'node:crypto'
import type { AnswerOf, listAgreements, viewAgreement, viewVersion } from '@pars/contract'
import { type AgreementId, formatId, type Instant, permissionsOf } from '@pars/domain'
import { compareTerms, plainWords, summarize, type Terms } from '@pars/terms'
import type { Actor } from '../actor.ts'
import type { Read } from '../db/statement.ts'
import { type Snapshot, uuidOf } from '../db/transaction.ts'
import { standingOf, standingsOf } from './agreement-standing.ts'
import {
  type AgreementRow,
  selectAgreements,
  selectPapers,
  selectTermsBefore,
  selectVersion,
  selectVersions,
  type VersionRow,
} from './agreements.sql.ts'
import { findAgreement } from './paper-rows.ts'
import { presentMembers } from './present-members.ts'
import { presentResolutionLine } from './present-resolution.ts'
import { type ResolutionRow, selectResolutionsOf } from './resolutions.sql.ts'

type Line = AnswerOf<typeof listAgreements>['agreements'][number]
type View = AnswerOf<typeof viewAgreement>
type Version = AnswerOf<typeof viewVersion>

const agreementActs = /^(terms|resolution|ballot|seat-key|notice|consultation|constraint|agreement)\.(?!view$)/
/** What somebody may do about agreements. */
export const agreementPermissions = (actor: Actor | undefined): string[] =>
  actor ? permissionsOf(actor).filter(one => agreementActs.test(one)) : []

const presentLine = (row: AgreementRow, now: Instant): Line => {
  const { standing, why, version } = standingOf(row, now)
  const current = standingsOf(row).find(one => one.version === version)
  return {
    agreementId: formatId('agm', row.agreement_id),
    code: row.code,
    partnerId: formatId('prt', row.partner_id),
    partner: row.partner,
    standing,
    why,
    version,
    startsAt: current?.startsAt ?? null,
    endsAt: current?.endsAt ?? null,
    resumesAt: standing === 'suspended' ? (current?.resumesAt ?? null) : null,
    openResolutions: row.open_resolutions,
  }
}

/** Every agreement, with where it stands now. */
export const loadAgreements = async (
  read: Snapshot,
  actor: Actor | undefined,
): Promise<AnswerOf<typeof listAgreements>> => {
  const rows = await read.rows<AgreementRow & { [column: string]: unknown }>(selectAgreements)
  return { agreements: rows.map(row => presentLine(row, read.now)), may: agreementPermissions(actor) }
}

const presentVersionLine = (row: VersionRow): View['versions'][number] => ({
  version: row.version,
  termsHash: row.terms_hash,
  sqlHash: row.sql_hash,
  startsAt: row.starts_at as Instant,
  endsAt: row.ends_at as Instant,
  seat: row.seat as View['versions'][number]['seat'],
  madeBy: row.made_by,
  madeAt: row.made_at as Instant,
  entryId: formatId('ent', row.entry_id),
  number: row.number,
  activatedAt: row.activated_at as Instant | null,
  endedAt: row.ended_at as Instant | null,
  endedWhy: row.ended_why,
})

interface PapersRow {
  halts: Record<string, unknown>[]
  notices: Record<string, unknown>[]
  obligations: Record<string, unknown>[]
}

const presentPapers = ({
  halts,
  notices,
  obligations,
}: PapersRow): Pick<View, 'halts' | 'notices' | 'obligations'> => ({
  halts: halts.map(row =>
    presentMembers(row, {
      ids: { haltId: 'hlt', entryId: 'ent' },
      others: ['kind', 'version', 'seat', 'reason', 'effectiveAt', 'voidAt', 'madeAt', 'number'],
    }),
  ),
  notices: notices.map(row =>
    presentMembers(row, {
      ids: { noticeId: 'ntc', repliesTo: 'ntc', entryId: 'ent' },
      others: [
        'kind',
        'servedBy',
        'officer',
        'recipient',
        'subject',
        'body',
        'released',
        'replyDueAt',
        'servedAt',
        'number',
      ],
    }),
  ),
  obligations: obligations.map(row =>
    presentMembers(row, {
      ids: { obligationId: 'obl' },
      others: ['version', 'code', 'arisesOn', 'dueOn', 'suspends', 'fulfilledAt', 'evidence', 'missedAt'],
    }),
  ),
})

/** One agreement with everything on file about it; undefined when there is none. */
export const loadAgreement = async (
  read: Snapshot,
  actor: Actor | undefined,
  agreementId: AgreementId,
): Promise<View | undefined> => {
  const row = await findAgreement(read, agreementId)
  if (!row) return undefined
  const id = uuidOf('agm', agreementId)
  const versions = await read.rows<VersionRow & { [column: string]: unknown }>(selectVersions(id))
  const resolutions = await read.rows<ResolutionRow & { [column: string]: unknown }>(selectResolutionsOf(id))
  const papers = await read.find<PapersRow & { [column: string]: unknown }>(selectPapers(id))
  if (!papers) throw new Error('the database gave no papers')
  return {
    ...presentLine(row, read.now),
    madeAt: row.made_at as Instant,
    versions: versions.map(presentVersionLine),
    resolutions: resolutions.map(one => presentResolutionLine(one, read.now)),
    ...presentPapers(papers),
    may: agreementPermissions(actor),
  }
}

/** One version with its texts and what they say in plain words; undefined when there is none. */
export const loadVersion = async (
  read: Read,
  agreementId: AgreementId,
  version: number,
): Promise<Version | undefined> => {
  const agreement = await findAgreement(read, agreementId)
  const id = uuidOf('agm', agreementId)
  const row = await read.find<VersionRow & { [column: string]: unknown }>(selectVersion(id, version))
  if (!agreement || !row) return undefined
  const terms = JSON.parse(row.terms) as Terms
  const before = await read.find<{ terms: string }>(selectTermsBefore(id, version))
  return {
    agreementId,
    code: agreement.code,
    partner: agreement.partner,
    ...presentVersionLine(row),
    terms: terms as unknown as Version['terms'],
    termsText: row.terms,
    sql: row.sql,
    prose: row.prose,
    proseHash: row.prose === null ? null : createHash('sha256').update(row.prose).digest('hex'),
    summary: summarize(terms),
    words: plainWords(terms),
    changes: before ? compareTerms(JSON.parse(before.terms) as Terms, terms) : null,
  }
}
