import { declineReasons, sendBackReasons, shares, waits } from '../figures/conduct.ts'
import type { ChargeFields, PlannedDecision } from './act.ts'
import { act, actAfter, type Sketch } from './sketch.ts'

export interface Charged {
  /** The charges that are brought, in the order of the decisions. */
  charges: ChargeFields[]
}

type PoliceCharge = Sketch['report']['charges'][number]
const lesser: Readonly<Record<string, string>> = {
  F1: 'F2',
  F2: 'F3',
  F3: 'M1',
  F: 'M1',
  M1: 'M2',
  M2: 'M3',
  M: 'M3',
  M3: 'S',
}

const fieldsOf = ({ statute, description, grade, counts, offenseOn, dcNumber }: PoliceCharge): ChargeFields => ({
  statute,
  description,
  grade: grade ?? null,
  counts,
  offenseOn,
  dcNumber,
})

const decline = ({ random }: Sketch, position: number): PlannedDecision => ({
  kind: 'declined',
  position,
  reason: random.weighted(declineReasons.value),
  note: random.chance(0.3) ? 'Reviewed with the assigned detective.' : null,
})

/** Every police charge is decided; the first stays, at least in a lesser grade, unless all are declined. */
const decisionsOf = (sketch: Sketch): PlannedDecision[] => {
  const { random, report } = sketch
  if (random.chance(shares.value.allDeclined)) return report.charges.map((_, position) => decline(sketch, position))
  const declinesSome = random.chance(shares.value.someDeclined)
  const modifies = random.chance(shares.value.modified)
  const decisions = report.charges.map((charge, position): PlannedDecision => {
    if (declinesSome && position > 0 && random.chance(0.5)) return decline(sketch, position)
    const grade = lesser[charge.grade ?? '']
    return modifies && grade && random.chance(0.6)
      ? { kind: 'modified', position, ...fieldsOf(charge), grade }
      : { kind: 'approved', position }
  })
  const lead = report.charges[0]
  if (!lead || !random.chance(shares.value.chargeAdded)) return decisions
  const added = { statute: '18 § 2705', description: 'Recklessly Endangering Another Person', grade: 'M2' }
  return [...decisions, { kind: 'added', ...fieldsOf(lead), ...added, counts: 1 }]
}

const broughtBy = ({ report }: Sketch, decisions: readonly PlannedDecision[]): ChargeFields[] =>
  decisions.flatMap(decision => {
    if (decision.kind === 'declined') return []
    if (decision.kind !== 'approved') return [decision]
    const charge = report.charges[decision.position]
    return charge ? [fieldsOf(charge)] : []
  })

/** Taken, now and then sent back and corrected, decided. No charges brought means that all were declined. */
export const planCharging = (sketch: Sketch): Charged => {
  const { random } = sketch
  actAfter(sketch, waits.value.sentToTaken, { kind: 'take' })
  if (random.chance(shares.value.sentBack)) {
    const reason = random.weighted(sendBackReasons.value)
    actAfter(
      sketch,
      { median: 0.5, spread: 0.4 },
      {
        kind: 'send-back',
        body: { reason, note: 'The file is not complete; please see the charging desk.' },
      },
    )
    actAfter(sketch, waits.value.sentBackToCorrected, {
      kind: 'correct',
      reason: 'Sent back by charging: statement added.',
      narrative: `${sketch.report.narrative} A statement was taken and added after charging asked for it.`,
    })
    act(sketch, { kind: 'send' })
    actAfter(sketch, waits.value.sentToTaken, { kind: 'take' })
  }
  const decisions = decisionsOf(sketch)
  actAfter(sketch, waits.value.takenToDecided, { kind: 'decide', decisions })
  return { charges: broughtBy(sketch, decisions) }
}
