import { createHmac } from 'node:crypto'
import {
  type ArrestId,
  type ArrestReport,
  canonicalReport,
  type EntryId,
  type Instant,
  type PersonId,
  type PoliceChargeId,
} from '@pars/domain'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type Keys, sealSsn } from '../keys.ts'
import type { VerbContext } from '../verb.ts'
import { insertArrest, selectPerson, updateArrest, type VersionRows } from './arrests.sql.ts'
import type { LockedArrest } from './lock-arrest-row.ts'
import { arrestColumns, chargeRows, versionContent } from './rows-of-report.ts'

export { newId }

/** The report as the wire gives it, with our own ids where a charge has none yet. */
export const withChargeIds = (
  report: Omit<ArrestReport, 'charges' | 'personId'> & {
    personId: string | null
    charges: readonly (Omit<ArrestReport['charges'][number], 'policeChargeId'> & { policeChargeId: string | null })[]
  },
): ArrestReport => ({
  ...report,
  personId: report.personId as PersonId | null,
  charges: report.charges.map(charge => ({
    ...charge,
    policeChargeId: (charge.policeChargeId ?? newId('pch')) as PoliceChargeId,
  })),
})

/** Keyed, because a report holds guessable numbers. */
export const reportHash = (keys: Keys, report: ArrestReport, now: Instant): string =>
  createHmac('sha256', keys.ssnHash).update('report\n').update(canonicalReport(report, now)).digest('hex')

/** What of police.arrest does not follow from the report. */
interface ArrestStanding {
  personId: string
  newPerson: boolean
  draftedBy: string
  draftedAt: Instant
  sentAt: Instant | null
}

interface VersionAct {
  kind: 'arrest.drafted' | 'arrest.reported' | 'arrest.corrected'
  arrestId: ArrestId
  report: ArrestReport
  version: number
  contentHash: string
  reason: string | null
}

const stored: Record<VersionAct['kind'], string> = {
  'arrest.drafted': 'drafted',
  'arrest.reported': 'sent',
  'arrest.corrected': 'corrected',
}

type Sealed = ReturnType<typeof sealSsn> | null

const sealedOf = (ctx: VerbContext, { report }: VersionAct): Sealed =>
  report.person.ssn === null ? null : sealSsn(ctx.runtime.keys, report.person.ssn)

const appendVersionEntry = (
  tx: Tx,
  ctx: VerbContext,
  act: VersionAct & { standing: ArrestStanding; sealed: Sealed },
): Promise<EntryId> => {
  const { sealed } = act
  // The journal's content must rebuild the rows, and never holds an SSN in clear.
  const sealedSsn = sealed && {
    ciphertext: sealed.ciphertext.toString('base64'),
    keyedHash: sealed.keyedHash.toString('hex'),
    lastFour: sealed.lastFour,
  }
  const report = { ...act.report, person: { ...act.report.person, ssn: undefined, sealedSsn } }
  return appendEntry(tx, ctx.actor, {
    kind: act.kind,
    arrestId: act.arrestId,
    act: jsonOf({
      report,
      version: act.version,
      reason: act.reason,
      contentHash: act.contentHash,
      standing: act.standing,
    }),
  })
}

const versionRows = (ctx: VerbContext, act: VersionAct & { sealed: Sealed }, entryId: string): VersionRows => {
  const { report, sealed } = act
  const key = { arrest_id: uuidOf('arr', act.arrestId), version: act.version, entry_id: entryId }
  return {
    version: {
      ...key,
      kind: stored[act.kind],
      content: versionContent(report),
      content_hash: act.contentHash,
      arrested_at: report.arrestedAt,
      basis: report.basis,
      reason: act.reason,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
    },
    incidents: [...new Set(report.incidents)].map(dc_number => ({ ...key, dc_number })),
    charges: chargeRows(report).map(row => ({ ...key, ...row })),
    narrative: { ...key, narrative: report.narrative },
    parties: report.victimsAndWitnesses.map((party, index) => ({ ...key, ...party, position: index + 1 })),
    ssn: sealed && {
      ...key,
      ciphertext: `\\x${sealed.ciphertext.toString('hex')}`,
      keyed_hash: `\\x${sealed.keyedHash.toString('hex')}`,
      last_four: sealed.lastFour,
    },
  }
}

/** The person found for a report, else a new one; undefined when it names one who has no record here. */
const personOf = (report: ArrestReport, found: string | null): { personId: string; isNew: boolean } | undefined => {
  if (found !== null) return { personId: found, isNew: false }
  return report.personId === null ? { personId: uuidOf('per', newId('per')), isNew: true } : undefined
}

/** Whom a report names, by id or by police number. */
export const findPersonOf = async (tx: Tx, report: ArrestReport): Promise<string | null> => {
  const given = report.personId === null ? null : uuidOf('per', report.personId)
  return (await tx.find<{ person_id: string }>(selectPerson(given, report.person.policeNumber)))?.person_id ?? null
}

/** Writes a new arrest with its first version. Returns undefined when the report names a person who has no record here. */
export const writeNewArrest = async (
  tx: Tx,
  ctx: VerbContext,
  act: VersionAct,
  { sentAt, foundPerson }: { sentAt: Instant | null; foundPerson: string | null },
): Promise<EntryId | undefined> => {
  const person = personOf(act.report, foundPerson)
  if (!person) return undefined
  const sealed = sealedOf(ctx, act)
  const drafted_by = uuidOf('acc', ctx.actor.accountId)
  const standing = {
    personId: person.personId,
    newPerson: person.isNew,
    draftedBy: drafted_by,
    draftedAt: ctx.now,
    sentAt,
  }
  const entry = await appendVersionEntry(tx, ctx, { ...act, standing, sealed })
  const entry_id = uuidOf('ent', entry)
  const arrest = {
    ...arrestColumns(act.report),
    arrest_id: uuidOf('arr', act.arrestId),
    person_id: person.personId,
    intake_number: act.report.intakeNumber,
    version: act.version,
    drafted_by,
    drafted_at: ctx.now,
    sent_at: sentAt,
    entry_id,
  }
  const personRow = person.isNew
    ? { person_id: person.personId, police_number: act.report.person.policeNumber, entry_id }
    : null
  await tx.write(insertArrest({ person: personRow, arrest, ...versionRows(ctx, { ...act, sealed }, entry_id) }))
  return entry
}

/** Writes the next version of an arrest that the caller has locked. */
export const writeNextVersion = async (
  tx: Tx,
  ctx: VerbContext,
  act: VersionAct,
  locked: LockedArrest,
): Promise<EntryId> => {
  const sent_at = locked.sent_at ?? (act.kind === 'arrest.reported' ? ctx.now : null)
  const sealed = sealedOf(ctx, act)
  const standing = {
    personId: locked.person_id,
    newPerson: false,
    draftedBy: locked.drafted_by,
    draftedAt: locked.drafted_at,
    sentAt: sent_at,
  }
  const entry = await appendVersionEntry(tx, ctx, { ...act, standing, sealed })
  const entry_id = uuidOf('ent', entry)
  const arrest = {
    ...arrestColumns(act.report),
    arrest_id: uuidOf('arr', act.arrestId),
    person_id: locked.person_id,
    version: act.version,
    sent_at,
    entry_id,
  }
  await tx.write(updateArrest(arrest, versionRows(ctx, { ...act, sealed }, entry_id)))
  return entry
}
