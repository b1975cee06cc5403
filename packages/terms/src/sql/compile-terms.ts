import { hashText, type Sha256 } from '../hash.ts'
import { termsText } from '../parse-terms.ts'
import { type QuestionTerm, type Terms, visibleClasses } from '../terms.ts'
import { type AgreementNames, agreementNames } from './names.ts'
import { askUngrantedSql } from './questions/ask-ungranted.sql.ts'
import { byAttribute } from './questions/by-attribute.sql.ts'
import { byIdentifier } from './questions/by-identifier.sql.ts'
import { byIncident } from './questions/by-incident.sql.ts'
import { byNameAndBirthDate } from './questions/by-name-and-birth-date.sql.ts'
import { feed } from './questions/feed.sql.ts'
import type { Compiling } from './questions/find-rows.sql.ts'
import { type Question, questionSql } from './questions/question.sql.ts'
import { recent } from './questions/recent.sql.ts'
import { endOfRolesSql, grantsSql, policiesSql, rolesSql } from './roles.sql.ts'
import { standingSql } from './standing.sql.ts'
import { viewSql } from './view.sql.ts'

const questionOf = (compiling: Compiling, granted: QuestionTerm): Question => {
  switch (granted.kind) {
    case 'by-identifier':
      return byIdentifier(compiling, granted)
    case 'by-name-and-birth-date':
      return byNameAndBirthDate(compiling, granted)
    case 'by-incident':
      return byIncident(compiling)
    case 'by-attribute':
      return byAttribute(compiling, granted)
    case 'recent':
      return recent(compiling, granted)
    case 'feed':
      return feed(compiling, granted)
  }
}

/**
 * The whole SQL of one version of an agreement: what ballots sign beside the terms, and what activation executes as the owner, in
 * one transaction. The same terms and names give the same bytes.
 */
export const compileTerms = (terms: Terms, names: AgreementNames): string => {
  const compiling: Compiling = { terms, record: `${names.door}.record` }
  const classes = visibleClasses(terms).sort()
  const parts = [
    rolesSql(names),
    grantsSql(terms, names),
    policiesSql(terms, names),
    viewSql(terms, names),
    ...terms.questions.map(granted => questionSql(questionOf(compiling, granted), names, classes)),
    askUngrantedSql(terms, names),
    `alter view ${names.door}.record owner to ${names.definer};`,
    endOfRolesSql(names),
    standingSql(terms, names),
  ]
  return `${parts.join('\n\n')}\n`
}

/** All that a ballot on these terms signs, and what anybody can compute again from the terms alone. */
export interface CompiledAgreement {
  names: AgreementNames
  termsText: string
  termsHash: string
  sql: string
  sqlHash: string
}

export const compileAgreement = (terms: Terms, sha256: Sha256): CompiledAgreement => {
  const names = agreementNames(terms, sha256)
  const text = termsText(terms)
  const sql = compileTerms(terms, names)
  return { names, termsText: text, termsHash: hashText(sha256, text), sql, sqlHash: hashText(sha256, sql) }
}
