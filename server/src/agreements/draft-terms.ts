import {
  checkDocument,
  formatId,
  type Instant,
  millisecondsOf,
  type PartnerId,
  parseId,
  type Refused,
  refuse,
} from '@pars/domain'
import { cityMidnight, compileAgreement, endOfCityDay, parseTerms, type Terms } from '@pars/terms'
import { bytesText, insertRow } from '../db/insert-row.sql.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { lockAgreement, selectAgreementByCode, selectNewestVersion, selectUnitCodes } from './agreements.sql.ts'
import { sha256 } from './verify-signature.ts'

interface Given {
  partnerId: PartnerId
  terms: Record<string, unknown>
  prose: string | null
}

interface DraftFacts {
  partner: { name: string; units: readonly string[] } | undefined
  /** The agreement of this code; undefined where the draft begins it. */
  agreement: { agreement_id: string; partner_id: string } | undefined
  newest: number
}

const loadFacts = async (tx: Tx, terms: Terms, partnerId: string): Promise<DraftFacts> => {
  await tx.rows(lockAgreement(terms.agreement))
  const partner = await tx.find<{ name: string; units: string[] }>(selectUnitCodes(partnerId))
  const agreement = await tx.find<{ agreement_id: string; partner_id: string }>(selectAgreementByCode(terms.agreement))
  const newest = agreement && (await tx.find<{ newest: number }>(selectNewestVersion(agreement.agreement_id)))
  return { partner, agreement, newest: newest?.newest ?? 0 }
}

const checkPartner = ({ partner, agreement }: DraftFacts, terms: Terms, partnerId: string): Refused | undefined => {
  if (!partner) return refuse('not-found', 'There is no such partner. Look for it in the list of partners.')
  if (agreement && agreement.partner_id !== partnerId)
    return refuse(
      'agreement-of-another-partner',
      "This code is another partner's agreement; choose another code.",
      'terms.agreement',
    )
  if (terms.partner !== partner.name)
    return refuse(
      'partner-name-differs',
      'The terms name another partner; write the name as registered.',
      'terms.partner',
    )
  const index = terms.units.findIndex(({ code }) => !partner.units.includes(code))
  return index === -1
    ? undefined
    : refuse(
        'unit-not-registered',
        'This unit is not registered for the partner; register it first.',
        `terms.units.${index}`,
      )
}

const checkDraft = (facts: DraftFacts, terms: Terms, prose: string | null, now: Instant): Refused | undefined => {
  if (terms.version !== facts.newest + 1)
    return refuse(
      'version-not-next',
      `The next version is ${facts.newest + 1}; number these terms so.`,
      'terms.version',
    )
  if (millisecondsOf(endOfCityDay(terms.endsOn)) <= millisecondsOf(now))
    return refuse('ends-in-the-past', 'These terms would have ended already; choose a later last day.', 'terms.endsOn')
  if (terms.governs === 'prose' && prose === null)
    return refuse('prose-missing', 'These terms say that the prose governs; put the prose on file with them.', 'prose')
  return checkDocument(prose, { label: 'prose', at: 'prose' })
}

const readTerms = (given: Record<string, unknown>): Terms | Refused<'terms-faulty'> => {
  const parsed = parseTerms(given)
  if (parsed.kind === 'parsed') return parsed.terms
  const [first] = parsed.faults
  return refuse(
    'terms-faulty',
    first?.say ?? 'These are no terms.',
    `terms${(first?.pointer ?? '').replaceAll('/', '.')}`,
  )
}

/** Begins the agreement of a new code, with the entry of its first version. */
const beginAgreement = async (
  tx: Tx,
  ctx: VerbContext,
  { agreementId, code, partnerId, entryId }: { agreementId: string; code: string; partnerId: string; entryId: string },
) => {
  await tx.write(
    insertRow('agreement.agreement', {
      agreement_id: agreementId,
      code,
      partner_id: partnerId,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: entryId,
    }),
  )
}

/** Puts a version of terms on file: their canonical text and exactly the SQL that it compiles to, each with its hash. */
export const draftTerms = verb('terms.draft', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const terms = readTerms(given.terms)
  if ('kind' in terms) return terms
  const partnerId = parseId('prt', given.partnerId)
  const facts = await loadFacts(tx, terms, partnerId)
  const refused = checkPartner(facts, terms, partnerId) ?? checkDraft(facts, terms, given.prose, ctx.now)
  if (refused) return refused
  const compiled = compileAgreement(terms, sha256)
  const { termsHash, sqlHash } = compiled
  const agreementId = facts.agreement?.agreement_id ?? uuidOf('agm', newId('agm'))
  const stands = {
    startsAt: cityMidnight(terms.startsOn),
    endsAt: endOfCityDay(terms.endsOn),
    door: compiled.names.door,
  }
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'terms.drafted',
    act: jsonOf({
      agreementId: formatId('agm', agreementId),
      begins: facts.agreement === undefined,
      partnerId: given.partnerId,
      terms,
      prose: given.prose,
      termsHash,
      sqlHash,
      sql: compiled.sql,
      ...stands,
    }),
  })
  const entryId = uuidOf('ent', entry)
  if (facts.agreement === undefined)
    await beginAgreement(tx, ctx, { agreementId, code: terms.agreement, partnerId, entryId })
  await tx.write(
    insertRow('agreement.version', {
      agreement_id: agreementId,
      version: terms.version,
      terms: compiled.termsText,
      terms_hash: bytesText(Buffer.from(termsHash, 'hex')),
      sql: compiled.sql,
      sql_hash: bytesText(Buffer.from(sqlHash, 'hex')),
      prose: given.prose,
      starts_at: stands.startsAt,
      ends_at: stands.endsAt,
      door: stands.door,
      seat: ctx.actor.party,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: entryId,
    }),
  )
  return {
    agreementId: formatId('agm', agreementId),
    version: terms.version,
    termsHash,
    sqlHash,
    receipt: { entryId: entry, number: null },
  }
})
