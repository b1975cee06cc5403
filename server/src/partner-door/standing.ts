import { type Allowance, listOwnTerms, viewPartnerMe } from '@pars/contract'
import { formatId, type Instant } from '@pars/domain'
import { plainWords, type Terms } from '@pars/terms'
import { listRows } from '../db/direct.ts'
import type { PartnerDoor } from './door.ts'
import { termsOfRow } from './known-terms.ts'
import { callReadSelf, callReadTerms, type SelfRow, type TermsRow } from './partner.sql.ts'
import type { PartnerRole } from './partner-pools.ts'
import { type PartnerRoute, page } from './route.ts'

interface VersionRow extends TermsRow {
  parsed: Terms
}

const readTerms = async (door: PartnerDoor, partner: PartnerRole): Promise<{ now: Instant; rows: VersionRow[] }> => {
  const rows = await listRows<TermsRow & { [column: string]: unknown }>(door.pools.of(partner), callReadTerms)
  const now = rows[0]?.now
  if (now === undefined) throw new Error('the database gave no time')
  // One row holds the time alone where there are no terms.
  return {
    now: now as Instant,
    rows: rows.filter(row => row.terms !== null).map(row => ({ ...row, parsed: termsOfRow(row) })),
  }
}

const standingOf = (row: VersionRow, now: string): Pick<Allowance, 'standing' | 'term'> => {
  if (!row.activated || now < row.starts_at) return { standing: 'not-begun', term: 'agreement-not-begun' }
  if (now >= row.ends_at) return { standing: 'ended', term: 'agreement-ended' }
  if (row.ended_at !== null && now >= row.ended_at) return { standing: 'ended', term: `agreement-${row.ended_why}` }
  const isStopped =
    row.stopped_at !== null && now >= row.stopped_at && (row.resumes_at === null || now < row.resumes_at)
  if (isStopped) return { standing: 'stopped', term: `agreement-${row.stopped_why}` }
  return row.confirmed
    ? { standing: 'in-force', term: null }
    : { standing: 'unconfirmed', term: 'agreement-unconfirmed' }
}

/** The instant at which a version answers no more: its own end, or the earlier one that was set since. */
const endOf = (row: VersionRow): Instant =>
  (row.ended_at !== null && row.ended_at < row.ends_at ? row.ended_at : row.ends_at) as Instant

const inForce = (row: VersionRow, now: string) => ({
  agreement: row.agreement,
  version: row.version,
  ...standingOf(row, now),
  startsAt: row.starts_at as Instant,
  endsAt: endOf(row),
})

const wordsOf = (terms: Terms): string[] => plainWords(terms).map(({ text }) => text)

const allowanceOf = (row: VersionRow, now: string): Allowance => ({
  ...inForce(row, now),
  questions: row.parsed.questions.map(each => ({ ...each })),
  purposes: row.parsed.purposes.map(each => ({ ...each })),
  classes: row.parsed.classes.map(each => ({ ...each })),
  limits: { ...row.parsed.limits },
  onward: row.parsed.onward,
  words: wordsOf(row.parsed),
})

/** Of each agreement that names the unit the version that counts: the newest that has begun, else the first that will. */
const currentOf = (rows: readonly VersionRow[], unit: string, now: string): VersionRow[] => {
  const own = rows.filter(row => row.activated && row.parsed.units.some(({ code }) => code === unit))
  const byAgreement = Map.groupBy(own, row => row.agreement)
  return [...byAgreement.values()].flatMap(versions => {
    const begun = versions.filter(row => row.starts_at <= now)
    return begun.at(-1) ?? versions[0] ?? []
  })
}

export const standingRoutes: readonly PartnerRoute[] = [
  page(viewPartnerMe, async ({ door, asker }) => {
    const { now, rows } = await readTerms(door, asker.partner)
    const self = await listRows<SelfRow & { [column: string]: unknown }>(door.pools.of(asker.partner), callReadSelf)
    const unit = self.find(row => row.unit === asker.unit)
    if (!unit) throw new Error('an asker of no unit')
    return {
      at: now,
      partner: { code: unit.code, name: unit.name },
      unit: { code: asker.unit, name: unit.unit_name ?? '', function: unit.function ?? '' },
      officer:
        asker.by === 'signed'
          ? null
          : {
              officerId: formatId('ofc', asker.officer.officerId),
              displayName: asker.officer.displayName,
              coordinator: asker.officer.coordinator,
            },
      agreements: currentOf(rows, asker.unit, now).map(row => allowanceOf(row, now)),
    }
  }),
  page(listOwnTerms, async ({ door, asker }) => {
    const { now, rows } = await readTerms(door, asker.partner)
    return {
      at: now,
      versions: rows.map(row => ({
        ...inForce(row, now),
        activated: row.activated,
        termsHash: row.terms_hash,
        terms: JSON.parse(row.terms) as Record<string, never>,
        words: wordsOf(row.parsed),
      })),
    }
  }),
]
