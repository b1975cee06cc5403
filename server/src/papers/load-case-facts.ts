import { type ArrestId, formatId } from '@pars/domain'
import { findArrest } from '../arrests/present-report.ts'
import type { Read } from '../db/statement.ts'
import type { CaseFacts, PaperCharge } from './caption.ts'
import { selectGrades } from './papers.sql.ts'

/** The rows that begin both papers. */
export interface CaseRow {
  arrest_id: string
  docket_number: string | null
  charges: PaperCharge[]
}

export interface LoadedCaseFacts {
  readonly arrestId: ArrestId
  readonly caseFacts: CaseFacts
  readonly interpreterLanguage: string | null
}

/** Loads what every paper of a case begins with, from an allow-list. Undefined where the door sees no such arrest. */
export const loadCaseFacts = async (read: Read, row: CaseRow): Promise<LoadedCaseFacts | undefined> => {
  const arrestId = formatId('arr', row.arrest_id)
  const arrest = await findArrest(read, arrestId, null)
  if (!arrest) return undefined
  const { person, otn, incidents } = arrest.content
  const grades = await read.rows<{ grade: string; label: string }>(selectGrades)
  return {
    arrestId,
    interpreterLanguage: person.interpreterLanguage,
    caseFacts: {
      docketNumber: row.docket_number,
      otn,
      incidents,
      person: {
        names: person.names,
        bornOn: person.bornOn,
        sex: person.sex,
        race: person.race,
        addresses: person.addresses,
      },
      charges: row.charges,
      grades: new Map(grades.map(({ grade, label }) => [grade, label])),
    },
  }
}
