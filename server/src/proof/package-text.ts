import { buildPackage, type NumberedLeaf, openSlot, type PackageOpening, parseLeaf } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import type { Pool, QueryResultRow } from 'pg'
import { findRow, listRows } from '../db/direct.ts'
import { type BasisRow, type PackageZone, packageSql, type VotedTextsRow } from './package.sql.ts'
import type { PackageRange } from './package-range.ts'

export interface PackageAsked extends PackageRange {
  readonly agreement: string
}

const utf8 = new TextEncoder()
const numbered = ({ number, leaf }: { number: number; leaf: Buffer }): NumberedLeaf => ({
  entry: number,
  leaf: leaf.toString('utf8'),
})

const openingOf = ({ number, leaf, slot, salt, content, commitments }: BasisRow): PackageOpening[] => {
  if (slot === null || salt === null || content === null || commitments === null) return []
  const parsed = parseLeaf(leaf)
  if (!parsed.ok) throw new Error(`a stored leaf is malformed: ${parsed.fault}`)
  const value = { salt, content: utf8.encode(content) }
  return [{ entry: number, opening: openSlot(parsed.value.slotNames, commitments, slot, value) }]
}

/** The log's key as its own first entry says it: what both sides read alike. */
const logIn = ([first]: readonly NumberedLeaf[]): string => {
  const leaf = first && parseLeaf(utf8.encode(first.leaf))
  const vkey = leaf?.ok && leaf.value.class === 'conduct' ? leaf.value.fields['vkey'] : undefined
  if (typeof vkey !== 'string') throw new Error('the first entry of a log names its key')
  return vkey
}

const readAllLeaves = async (pool: Pool, zone: PackageZone, { from, through }: PackageRange) => {
  const leaves: NumberedLeaf[] = []
  while (leaves.length < through - from + 1) {
    const rows = await listRows<{ number: number; leaf: Buffer }>(
      pool,
      packageSql(zone).readLeaves(from + leaves.length, through),
    )
    if (rows.length === 0) throw new Error('a range that a checkpoint covers has a gap')
    leaves.push(...rows.map(numbered))
  }
  return leaves
}

/** The text of an audit package, by a seat's door or a partner's: the same bytes by either. Undefined while no checkpoint covers the range. */
export const findPackageText = async (
  pool: Pool,
  zone: PackageZone,
  { agreement, from, through }: PackageAsked,
): Promise<string | undefined> => {
  const sql = packageSql(zone)
  const rowsOf = <R extends object>(statement: Parameters<typeof listRows>[1]) =>
    listRows<R & QueryResultRow>(pool, statement)
  const head = await findRow<{ size: number; note: string; cosigners: string[] }>(pool, sql.findHead(through))
  if (!head) return undefined
  const basis = await rowsOf<BasisRow>(sql.readBasis(agreement, [from, through, head.size]))
  const leaves = await readAllLeaves(pool, zone, { from, through })
  const entries = basis.filter(({ number }) => number < from || number > through).map(numbered)
  const log = logIn([...entries, ...leaves])
  const texts = await rowsOf<VotedTextsRow>(sql.readVotedTexts(agreement, through))
  return buildPackage(sha256, {
    head: {
      agreement,
      from,
      through,
      log,
      cosigners: head.cosigners,
      quorum: head.cosigners.length,
      checkpoint: head.note,
    },
    size: head.size,
    readTile: async ({ level, index, width }) =>
      ((await findRow<{ bytes: Buffer }>(pool, sql.findTile(level, index)))?.bytes ?? new Uint8Array(0)).subarray(
        0,
        width * 32,
      ),
    terms: texts.map(({ version, ...each }) => ({ agreementVersion: version, ...each })),
    entries,
    statements: basis.flatMap(({ number, statement }) => (statement === null ? [] : [{ entry: number, statement }])),
    openings: basis.flatMap(openingOf),
    leaves,
  })
}
