import type { AnswerOf, listConstraints, listSeatKeys, viewBallotStatement, viewResolution } from '@pars/contract'
import { type BallotChoice, formatId, type Instant, type ResolutionId, type Seat } from '@pars/domain'
import { ballotStatement } from '@pars/terms'
import type { Actor } from '../actor.ts'
import type { Read } from '../db/statement.ts'
import { type Snapshot, uuidOf } from '../db/transaction.ts'
import { agreementPermissions } from './load-agreements.ts'
import { presentConstraint, presentResolution } from './present-resolution.ts'
import { challengeOf } from './refuse-passkey.ts'
import { findResolution, votedTexts } from './resolution-facts.ts'
import { type SeatKeyRow, selectConstraints, selectSeatKeys } from './resolutions.sql.ts'
import { relyingPartyOf, type Site } from './site.ts'

type Keys = AnswerOf<typeof listSeatKeys>

/** One resolution; undefined when there is none. */
export const loadResolution = async (
  read: Snapshot,
  resolutionId: ResolutionId,
): Promise<AnswerOf<typeof viewResolution> | undefined> => {
  const row = await findResolution(read, uuidOf('res', resolutionId))
  return row && presentResolution(row, read.now)
}

const presentKey = (row: SeatKeyRow): Keys['keys'][number] => ({
  keyId: row.key_id,
  seat: row.seat,
  algorithm: row.algorithm,
  publicKey: row.public_key.toString('base64'),
  holder: row.holder,
  genesis: row.genesis,
  madeBy: row.made_by,
  madeAt: row.made_at as Instant,
  entryId: formatId('ent', row.entry_id),
  number: row.number,
  endedAt: row.ended_at as Instant | null,
  endedWhy: row.ended_why,
})

const listKeys = (read: Read): Promise<SeatKeyRow[]> =>
  read.rows<SeatKeyRow & { [column: string]: unknown }>(selectSeatKeys)

/** The register of keys that seats vote with. */
export const loadSeatKeys = async (read: Read, actor: Actor | undefined): Promise<Keys> => ({
  keys: (await listKeys(read)).map(presentKey),
  may: agreementPermissions(actor).filter(one => one.startsWith('seat-key.')),
})

/** What a seat's key signs for one choice, and which keys of the seat may; undefined when there is no such resolution. */
export const loadBallotStatement = async (
  read: Read,
  vote: { resolutionId: ResolutionId; seat: Seat; choice: BallotChoice },
  site: Site,
): Promise<AnswerOf<typeof viewBallotStatement> | undefined> => {
  const row = await findResolution(read, uuidOf('res', vote.resolutionId))
  if (!row) return undefined
  const statement = ballotStatement({
    ...votedTexts(row, site.logOrigin),
    seat: vote.seat,
    choice: vote.choice,
    closesAt: row.closes_at as Instant,
  })
  const challenge = challengeOf(statement)
  const open = (await listKeys(read)).filter(key => key.seat === vote.seat && key.ended_at === null)
  return {
    statement,
    statementHash: Buffer.from(challenge, 'base64url').toString('hex'),
    challenge,
    relyingParty: relyingPartyOf(site),
    keys: open.map(({ key_id, algorithm, holder }) => ({ keyId: key_id, algorithm, holder })),
  }
}

/** Laws that bind seats, newest first. */
export const loadConstraints = async (
  read: Read,
  actor: Actor | undefined,
): Promise<AnswerOf<typeof listConstraints>> => {
  const rows = await read.rows<{ shown: Record<string, unknown> }>(selectConstraints)
  return {
    constraints: rows.map(({ shown }) => presentConstraint(shown)),
    may: agreementPermissions(actor).filter(one => one.startsWith('constraint.')),
  }
}
