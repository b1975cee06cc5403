import { type AgreementNow, agreementStanding, type Instant, type StandingFacts } from '@pars/domain'
import { jsonInstants } from '../db/json-instants.ts'
import type { AgreementRow } from './agreements.sql.ts'

/** The versions of an agreement that were put in force, as the database decides by them. */
export const standingsOf = ({ standings }: AgreementRow): StandingFacts[] =>
  jsonInstants(standings) as unknown as StandingFacts[]

/** Whether an agreement answers at a time, and why not. */
export const standingOf = (row: AgreementRow, now: Instant): AgreementNow => agreementStanding(standingsOf(row), now)
