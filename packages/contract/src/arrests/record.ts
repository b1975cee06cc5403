import {
  bailReasons,
  bailTypes,
  checklistItems,
  conditionKinds,
  custodyStages,
  declineReasons,
  departureBases,
  holdKinds,
  nextHearingKinds,
  notProducedReasons,
  probableCauseFindings,
  sendBackReasons,
} from '@pars/domain'
import { z } from 'zod'
import { bailAsk, counts, grade, id, instant, made, party, plainDate, required } from '../shapes.ts'
import { presentedReport } from './arrest-report.ts'

export const custody = z
  .strictObject({
    stage: z.enum(custodyStages),
    since: instant,
    /** Who must act next, and which act; null when the person has left police custody. */
    next: z.strictObject({ party, act: z.string() }).nullable(),
    hoursHeld: z.number(),
    stoppedAt: instant.nullable(),
    alarmsPassed: z.array(z.int()),
    nextAlarmHours: z.int().nullable(),
    /** Hours left of the 48 within which probable cause must be found after a sight arrest; null once found or not needed. */
    probableCauseHoursLeft: z.number().nullable(),
  })
  .meta({ id: 'Custody' })

export const presentedCharge = z
  .strictObject({
    chargeId: id('chg'),
    policeChargeId: id('pch').nullable(),
    origin: z.enum(['approved', 'modified', 'added']),
    statute: z.string(),
    description: z.string(),
    grade,
    counts,
    offenseOn: plainDate,
    dcNumber: z.string(),
  })
  .meta({ id: 'Charge' })
const complaint = z
  .strictObject({
    complaintId: id('cmp'),
    chargeIds: z.array(id('chg')),
    affiant: z.string(),
    affiantAgency: z.string(),
    offenseDateText: z.string(),
    offensePlace: z.string(),
    facts: z.string().optional(),
    peaceAndDignity: z.boolean(),
    labServices: z.boolean(),
    fingerprinted: z.boolean(),
    processRequested: z.enum(['none-arrested', 'warrant', 'summons']),
    verifiedAt: instant,
    ...made,
  })
  .meta({ id: 'Complaint' })
const charging = z
  .strictObject({
    taken: z.strictObject(made).nullable(),
    sentBack: z.array(
      z.strictObject({ reason: z.enum(sendBackReasons), note: z.string().nullable(), arrestVersion: z.int(), ...made }),
    ),
    decision: z
      .strictObject({
        charges: z.array(presentedCharge),
        declined: z.array(
          z.strictObject({ policeChargeId: id('pch'), reason: z.enum(declineReasons), note: z.string().nullable() }),
        ),
        arrestVersion: z.int(),
        ...made,
      })
      .nullable(),
    complaints: z.array(complaint),
  })
  .meta({ id: 'Charging' })
const ask = bailAsk.extend(made)
export const bailOrderView = z
  .strictObject({
    kind: z.enum(['set', 'refused']),
    types: z.array(z.enum(bailTypes)),
    amountCents: z.int().nullable(),
    depositPercent: z.int().nullable(),
    conditions: z.array(z.strictObject({ kind: z.enum(conditionKinds), text: z.string() })),
    reasons: z.array(z.enum(bailReasons)),
    reasonNote: z.string().nullable(),
    abilityToPayConsidered: z.boolean().nullable(),
    abilityToPayNote: z.string().nullable(),
    dangerFound: z.boolean().nullable(),
    /** "RELEASE - ROR", "HELD - BAIL REFUSED": the words that every screen and paper uses. */
    words: z.string(),
    ...made,
  })
  .meta({ id: 'BailOrder' })
export const docketView = z
  .strictObject({
    docketId: id('dkt'),
    docketNumber: z.string(),
    complaintId: id('cmp'),
    counsel: z.string().nullable(),
    filedAt: instant,
    certifiedBy: z.string(),
    listings: z.array(
      z.strictObject({
        listingId: id('lst'),
        courtSessionId: id('cse'),
        room: z.string(),
        startsAt: instant,
        slot: z.int(),
        notProduced: z
          .strictObject({ reason: z.enum(notProducedReasons), note: z.string().nullable(), ...made })
          .nullable(),
        ...made,
      }),
    ),
    arraignment: z
      .strictObject({
        listingId: id('lst'),
        heldAt: instant,
        mode: z.enum(['video', 'in-person']),
        checklist: z.array(z.enum(checklistItems)),
        probableCause: z.enum(probableCauseFindings),
        interpreter: z.strictObject({ language: z.string(), present: z.boolean() }).nullable(),
        prosecutorName: z.string().nullable(),
        defenseName: z.string().nullable(),
        nextListing: z.strictObject({ hearing: z.enum(nextHearingKinds), at: instant, room: z.string() }).nullable(),
        ...made,
      })
      .nullable(),
    bail: z.strictObject({
      request: ask.nullable(),
      defenseRequest: ask.nullable(),
      guideline: ask.nullable(),
      order: bailOrderView.nullable(),
    }),
    ...made,
  })
  .meta({ id: 'Docket' })
export const holdView = z
  .strictObject({
    holdId: id('hld'),
    kind: z.enum(holdKinds),
    issuer: z.string(),
    reference: z.string().nullable(),
    lifted: z.strictObject({ reason: z.string(), ...made }).nullable(),
    ...made,
  })
  .meta({ id: 'Hold' })
export const departureView = z
  .strictObject({
    departureId: id('dep'),
    basis: z.enum(departureBases),
    destination: z.string(),
    holdsCheckedAt: instant,
    complaintDueAt: instant.nullable(),
    confirmed: z.strictObject(made).nullable(),
    withdrawn: z.strictObject({ reason: z.string(), ...made }).nullable(),
    acknowledged: z.strictObject({ acknowledgedByName: z.string(), leftAt: instant, ...made }).nullable(),
    ...made,
  })
  .meta({ id: 'Departure' })
/** One line of the record's history: every act about this arrest, in journal order. */
export const historyLine = z
  .strictObject({
    number: z.int().nullable(),
    kind: z.string(),
    seat: party,
    madeAt: instant,
    madeBy: z.string(),
    entryId: id('ent'),
    /** Why the report was corrected; null for every other act. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'HistoryLine' })

export const arrestRecord = z
  .strictObject({
    arrestId: id('arr'),
    version: z.int(),
    draft: z.boolean(),
    sentAt: instant.nullable(),
    draftedBy: z.string(),
    custody,
    report: presentedReport,
    charging,
    dockets: z.array(docketView),
    holds: z.array(holdView),
    departures: z.array(departureView),
    history: z.array(historyLine),
    /** The journal number this view shows, and the newest one there is. */
    journal: z.strictObject({ asOf: z.int(), latest: z.int() }),
    /** The acts that the reader may do now; empty for a view of the past. */
    may: z.array(required(60)),
  })
  .meta({ id: 'ArrestRecord' })
export type ArrestRecord = z.infer<typeof arrestRecord>
export type DocketView = z.infer<typeof docketView>
export type CustodyView = z.infer<typeof custody>
