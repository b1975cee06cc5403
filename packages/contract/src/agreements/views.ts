import {
  agreementStandings,
  ballotChoices,
  noticeKinds,
  resolutionActions,
  resolutionStandings,
  seatKeyAlgorithms,
  seats,
} from '@pars/domain'
import { z } from 'zod'
import { id, instant, made, plainDate } from '../shapes.ts'
import { assertion, termsJson } from './shapes.ts'

const seat = z.enum(seats)
const agreementOf = { agreementId: id('agm'), code: z.string(), version: z.int() }

export const agreementLine = z
  .strictObject({
    agreementId: id('agm'),
    code: z.string(),
    partnerId: id('prt'),
    partner: z.string(),
    standing: z.enum(agreementStandings),
    /** Why it is suspended or has ended, or does not answer yet: `unconfirmed`, `suspended`, `emergency-stopped`, `obligation-overdue`, `terminated`, `expired`. */
    why: z.string().nullable(),
    /** The version that answers now, or answered last; null while none was activated. */
    version: z.int().nullable(),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    /** An emergency stop is void from here on, unless two seats suspend before. */
    resumesAt: instant.nullable(),
    openResolutions: z.int(),
  })
  .meta({ id: 'AgreementLine' })

export const versionLine = z
  .strictObject({
    version: z.int(),
    termsHash: z.string(),
    sqlHash: z.string(),
    startsAt: instant,
    endsAt: instant,
    seat,
    ...made,
    activatedAt: instant.nullable(),
    /** From when on a newer version or a termination took its place. */
    endedAt: instant.nullable(),
    endedWhy: z.string().nullable(),
  })
  .meta({ id: 'VersionLine' })

export const ballotView = z
  .strictObject({
    ballotId: id('bal'),
    seat,
    choice: z.enum(ballotChoices),
    reason: z.string(),
    onAuthorityOf: z.string(),
    statement: z.string(),
    statementHash: z.string(),
    keyId: z.string(),
    signature: z.string(),
    passkey: assertion.nullable(),
    ...made,
  })
  .meta({ id: 'Ballot' })

export const acceptanceView = z
  .strictObject({
    acceptanceId: id('apt'),
    decision: z.enum(['accepted', 'rejected']),
    /** The term that the partner rejects. */
    term: z.string().nullable(),
    reason: z.string().nullable(),
    statement: z.string(),
    statementHash: z.string(),
    keyId: z.string(),
    signature: z.string(),
    madeAt: instant,
    entryId: id('ent'),
    number: z.int().nullable(),
  })
  .meta({ id: 'Acceptance' })

export const consultationView = z
  .strictObject({
    consultationId: id('cst'),
    heard: z.string(),
    said: z.string(),
    heardOn: plainDate,
    seat,
    ...made,
  })
  .meta({ id: 'Consultation' })

export const constraintView = z
  .strictObject({
    constraintId: id('lgc'),
    citation: z.string(),
    text: z.string(),
    binds: z.array(seat),
    effectiveFrom: plainDate,
    effectiveTo: plainDate.nullable(),
    seat,
    ...made,
  })
  .meta({ id: 'LegalConstraint' })

export const signOffView = z
  .strictObject({
    signOffId: id('sgn'),
    constraintId: id('lgc'),
    counsel: z.string(),
    opinion: z.string(),
    seat,
    ...made,
  })
  .meta({ id: 'SignOff' })

export const needView = z
  .strictObject({
    need: z.enum(['ballots', 'acceptance', 'notice', 'notice-period', 'sign-off', 'numbers']),
    say: z.string(),
    /** The seats that can still meet it, where it is a seat's to meet. */
    seats: z.array(seat),
  })
  .meta({ id: 'Need' })

export const resolutionLine = z
  .strictObject({
    resolutionId: id('res'),
    code: z.string(),
    agreement: z.strictObject(agreementOf),
    action: z.enum(resolutionActions),
    seat,
    reason: z.string(),
    closesAt: instant,
    standing: z.enum(resolutionStandings),
    /** Who voted, and how. */
    votes: z.array(z.strictObject({ seat, choice: z.enum(ballotChoices) })),
    ...made,
  })
  .meta({ id: 'ResolutionLine' })

export const resolutionView = z
  .strictObject({
    ...resolutionLine.shape,
    partner: z.string(),
    termsHash: z.string(),
    sqlHash: z.string(),
    proseHash: z.string().nullable(),
    /** Null where nothing new comes into force, or where there is no version to compare with: then the partner must accept. */
    narrows: z.boolean().nullable(),
    /** The version that this one would follow. */
    follows: z.int().nullable(),
    needs: z.array(needView),
    ballots: z.array(ballotView),
    acceptance: acceptanceView.nullable(),
    consultations: z.array(consultationView),
    /** Laws that bind a seat on this day. */
    constraints: z.array(constraintView),
    signOffs: z.array(signOffView),
    carriedOutAt: instant.nullable(),
  })
  .meta({ id: 'Resolution' })

export const noticeView = z
  .strictObject({
    noticeId: id('ntc'),
    kind: z.enum(noticeKinds),
    servedBy: z.enum([...seats, 'partner']),
    officer: z.string(),
    recipient: z.string(),
    subject: z.string(),
    body: z.string(),
    released: z.boolean(),
    replyDueAt: instant.nullable(),
    repliesTo: id('ntc').nullable(),
    servedAt: instant,
    entryId: id('ent'),
    number: z.int().nullable(),
  })
  .meta({ id: 'Notice' })

export const haltView = z
  .strictObject({
    haltId: id('hlt'),
    kind: z.enum([
      'suspended',
      'resumed',
      'terminated',
      'emergency-stopped',
      'emergency-void',
      'obligation-overdue',
      'expired',
    ]),
    version: z.int().nullable(),
    seat: seat.nullable(),
    reason: z.string(),
    effectiveAt: instant,
    voidAt: instant.nullable(),
    madeAt: instant,
    entryId: id('ent'),
    number: z.int().nullable(),
  })
  .meta({ id: 'Halt' })

export const obligationView = z
  .strictObject({
    obligationId: id('obl'),
    version: z.int(),
    code: z.string(),
    arisesOn: plainDate,
    dueOn: plainDate,
    suspends: z.boolean(),
    fulfilledAt: instant.nullable(),
    evidence: z.string().nullable(),
    missedAt: instant.nullable(),
  })
  .meta({ id: 'Obligation' })

export const agreementView = z
  .strictObject({
    ...agreementLine.shape,
    madeAt: instant,
    versions: z.array(versionLine),
    resolutions: z.array(resolutionLine),
    halts: z.array(haltView),
    notices: z.array(noticeView),
    obligations: z.array(obligationView),
    /** What the reader may do here now. */
    may: z.array(z.string()),
  })
  .meta({ id: 'Agreement' })

/** A term in plain words: what it says, where it stands in the data, and what holds it. */
export const termSentence = z
  .strictObject({ text: z.string(), pointer: z.string(), standing: z.enum(['enforced', 'checked-later', 'promise']) })
  .meta({ id: 'TermSentence' })
export const termsChange = z
  .strictObject({ text: z.string(), pointer: z.string(), direction: z.enum(['widening', 'narrowing', 'other']) })
  .meta({ id: 'TermsChange' })

export const versionView = z
  .strictObject({
    agreementId: id('agm'),
    code: z.string(),
    partner: z.string(),
    ...versionLine.shape,
    terms: termsJson,
    /** The canonical text whose SHA-256 is the terms' hash. */
    termsText: z.string(),
    sql: z.string(),
    prose: z.string().nullable(),
    proseHash: z.string().nullable(),
    /** At most twelve sentences, rare grants first. */
    summary: z.array(termSentence),
    words: z.array(termSentence),
    /** What differs from the version that it follows, widening first; null where it follows none. */
    changes: z.array(termsChange).nullable(),
  })
  .meta({ id: 'AgreementVersion' })

export const seatKeyView = z
  .strictObject({
    keyId: z.string(),
    seat,
    algorithm: z.enum(seatKeyAlgorithms),
    publicKey: z.string(),
    holder: z.string(),
    genesis: z.boolean(),
    ...made,
    endedAt: instant.nullable(),
    endedWhy: z.string().nullable(),
  })
  .meta({ id: 'SeatKey' })

export const termsFault = z
  .strictObject({ pointer: z.string(), rule: z.string(), say: z.string() })
  .meta({ id: 'TermsFault' })

/** One try to extend an agreement without a vote, and what the database said to it. */
export const extensionTry = z
  .strictObject({ role: z.string(), what: z.string(), sqlstate: z.string(), said: z.string() })
  .meta({ id: 'ExtensionTry' })

/** What the catalog says that the roles of one version can do now, and how often each of its powers was used. */
export const effectiveView = z
  .strictObject({
    agreementId: id('agm'),
    version: z.int(),
    /** Whether the roles of the version exist at all: no version that was never in force has any. */
    inPlace: z.boolean(),
    door: z.string(),
    /** Questions that the login role may execute, by their names in the agreement's language. */
    questions: z.array(z.string()),
    /** Other functions that the login role may execute. */
    otherFunctions: z.array(z.string()),
    /** Tables and columns that the login role itself may read: none. */
    readableByDoor: z.array(z.string()),
    /** Classes of fields that the view of the version builds. */
    classes: z.array(z.string()),
    /** Columns of the one table that the defining role may read. */
    columns: z.array(z.string()),
    policies: z.array(z.strictObject({ name: z.string(), restrictive: z.boolean(), condition: z.string() })),
    /** The row by which each question is decided; null where there is none. */
    standing: z
      .strictObject({
        startsAt: instant,
        endsAt: instant,
        units: z.array(z.string()),
        purposes: z.record(z.string(), z.strictObject({ cites: z.string(), suffices: z.string() })),
        limits: z.record(z.string(), z.int()),
        outage: z.strictObject({ minutes: z.int(), stops: z.boolean() }),
      })
      .nullable(),
    /** Of how many days the uses are. */
    usesDays: z.int(),
    uses: z.array(
      z.strictObject({
        /** `question`, `purpose`, `class`, `filter`, `unit` or `refusal`. */
        kind: z.enum(['question', 'purpose', 'class', 'filter', 'unit', 'refusal']),
        name: z.string(),
        count: z.int(),
        lastAt: instant,
      }),
    ),
  })
  .meta({ id: 'EffectiveAgreement' })
