import type { ArrestReport, DistrictRow, StatuteRow } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectReportFacts } from './arrests.sql.ts'
import { statutesOf } from './load-report-reference.ts'

export interface ReportFacts {
  /** The arrest that holds the intake number, with the hash of the report as first sent. */
  readonly known: { arrest_id: string; sent: boolean; content_hash: string | null } | null
  readonly districts: DistrictRow[]
  readonly statutes: StatuteRow[]
  /** The person whom the report names, by id or by police number. */
  readonly person_id: string | null
  /** A report of this number was erased by order. */
  readonly erased: boolean
}

/** What the rule of a new report wants to know. */
export const loadReportFacts = async (read: Read, report: ArrestReport): Promise<ReportFacts> => {
  const asked = {
    intakeNumber: report.intakeNumber,
    district: report.district,
    statutes: statutesOf(report),
    personId: report.personId === null ? null : uuidOf('per', report.personId),
    policeNumber: report.person.policeNumber,
  }
  const facts = await read.find<{ [member in keyof ReportFacts]: ReportFacts[member] }>(selectReportFacts(asked))
  if (!facts) throw new Error('a query without a row')
  return facts
}
