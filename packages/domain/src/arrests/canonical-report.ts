import { cityDateOf, type Instant } from '../time/instant.ts'
import type { ArrestReport } from './arrest-report.ts'
import { normalizeReport } from './checks/check-shapes.ts'

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]))
}

/** One text for equal values: keys sorted, absent and undefined the same. */
export const canonicalText = (value: unknown): string => JSON.stringify(canonical(value))

/**
 * One text for the same report, however its identifiers were written; charge ids are ours, so they don't count. It holds the
 * SSN: hash it with a key before it is stored.
 */
export const canonicalReport = (report: ArrestReport, now: Instant): string => {
  const { charges, ...rest } = normalizeReport(report, cityDateOf(now))
  return canonicalText({ ...rest, charges: charges.map(({ policeChargeId: _, ...charge }) => charge) })
}
