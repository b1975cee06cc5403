import type { Statement } from '../db/statement.ts'

/** Whose functions read what a package is made of: a seat's, or a partner's about its own agreements. They give the same. */
export type PackageZone = 'agreement' | 'partner'

export interface BasisRow {
  number: number
  leaf: Buffer
  slot: string | null
  salt: Buffer | null
  content: string | null
  commitments: Buffer[] | null
  statement: string | null
}
export interface VotedTextsRow {
  version: number
  terms: string
  sql: string
  prose: string | null
}

export const packageSql = (zone: PackageZone) => ({
  findRange: (since: string, before: string): Statement => ({
    name: `${zone}-find-range`,
    text: `select first, last from ${zone}.find_range($1, $2)`,
    values: [since, before],
  }),
  findHead: (through: number): Statement => ({
    name: `${zone}-find-head`,
    text: `select size, note, cosigners from ${zone}.find_head($1)`,
    values: [through],
  }),
  findTile: (level: number, index: number): Statement => ({
    name: `${zone}-find-tile`,
    text: `select bytes from ${zone}.find_tile($1, $2)`,
    values: [level, index],
  }),
  readLeaves: (first: number, last: number): Statement => ({
    name: `${zone}-read-leaves`,
    text: `select number, leaf from ${zone}.read_leaves($1, $2)`,
    values: [first, last],
  }),
  readBasis: (code: string, [first, last, size]: readonly [number, number, number]): Statement => ({
    name: `${zone}-read-basis`,
    text: `select number, leaf, slot, salt, content, commitments, statement from ${zone}.read_basis($1, $2, $3, $4)`,
    values: [code, first, last, size],
  }),
  readVotedTexts: (code: string, last: number): Statement => ({
    name: `${zone}-read-voted-texts`,
    text: `select version, terms, sql, prose from ${zone}.read_voted_texts($1, $2)`,
    values: [code, last],
  }),
})

export interface OpeningRow {
  number: number
  slot: string
  salt: Buffer
  content: string
  commitments: Buffer[]
}
/** As a seat. */
export const callReadOpenings = (code: string, first: number, last: number): Statement => ({
  name: 'read-openings',
  text: 'select number, slot, salt, content, commitments from agreement.read_openings($1, $2, $3)',
  values: [code, first, last],
})
