import { parseTerms, type Terms, visibleClasses } from '@pars/terms'
import { listRows } from '../db/direct.ts'
import { callReadTerms, type TermsRow } from './partner.sql.ts'
import type { PartnerPools, PartnerRole } from './partner-pools.ts'

/** What the terms of one agreement version say. They are voted on once and never change: a name of a door means one text. */
export interface KnownTerms {
  readonly agreement: string
  readonly version: number
  readonly terms: Terms
  readonly questions: ReadonlySet<string>
  readonly visible: ReadonlySet<string>
  readonly exportable: ReadonlySet<string>
}

export const termsOfRow = (row: Pick<TermsRow, 'terms'>): Terms => {
  const parsed = parseTerms(JSON.parse(row.terms))
  if (parsed.kind !== 'parsed') throw new Error('terms on file do not parse')
  return parsed.terms
}

const knownOf = (row: TermsRow): KnownTerms => {
  const terms = termsOfRow(row)
  return {
    agreement: row.agreement,
    version: row.version,
    terms,
    questions: new Set(terms.questions.map(({ kind }) => kind)),
    visible: new Set(visibleClasses(terms)),
    exportable: new Set(terms.classes.filter(each => each.visible && each.exportable).map(each => each.class)),
  }
}

/**
 * Finds what a door's terms say. Kept by the door's name for the life of the process: only the text, which no vote can change. Whether
 * it is in force is asked of the database each time.
 */
export const termsOfDoors = (pools: PartnerPools) => {
  const known = new Map<string, KnownTerms>()
  return async (partner: PartnerRole, door: string): Promise<KnownTerms> => {
    const found = known.get(door)
    if (found) return found
    const rows = await listRows<TermsRow & { [column: string]: unknown }>(pools.of(partner), callReadTerms)
    for (const row of rows) if (row.activated) known.set(row.door, knownOf(row))
    const loaded = known.get(door)
    if (!loaded) throw new Error('a door without terms')
    return loaded
  }
}
