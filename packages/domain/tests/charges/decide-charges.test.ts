import { describe, expect, test } from 'vitest'
import {
  type ChargeDecision,
  type DecideChargesFacts,
  type DecideChargesReason,
  decideCharges,
  declineReasons,
} from '../../src/index.ts'
import { accountId, aPoliceCharge, aReference, at, day, policeChargeId } from '../examples.ts'
import { eachRefusal, hostileCases } from '../refusals.ts'

const attorney = accountId(7)
const assault = aPoliceCharge()
const weapon = aPoliceCharge({
  policeChargeId: policeChargeId(2),
  statute: '18 § 907 §§ A',
  description: 'Possessing Instrument of Crime',
  grade: 'M1',
})
const facts = (change: Partial<DecideChargesFacts> = {}): DecideChargesFacts => ({
  sent: true,
  sentBack: false,
  takenBy: attorney,
  decided: false,
  version: 2,
  versionGiven: 2,
  policeCharges: [assault, weapon],
  arrestedAt: at('2026-01-05T22:40:00-05:00'),
  incidents: ['202625000123', '202625000456'],
  bornOn: day('1992-04-17'),
  directFile: false,
  statutes: aReference().statutes,
  ...change,
})
const approve = (number: number): ChargeDecision => ({ kind: 'approved', policeChargeId: policeChargeId(number) })
const decline = (number: number, note: string | null = null): ChargeDecision => ({
  kind: 'declined',
  policeChargeId: policeChargeId(number),
  reason: 'insufficient-evidence',
  note,
})
const { policeChargeId: _, ...restated } = assault
type Restating = Partial<typeof restated>
const modify = (change: Restating): ChargeDecision => ({
  kind: 'modified',
  policeChargeId: policeChargeId(1),
  ...restated,
  ...change,
})
const add = (change: Restating = {}): ChargeDecision => ({ kind: 'added', ...restated, ...change })
const decide = (decisions: ChargeDecision[], change: Partial<DecideChargesFacts> = {}) =>
  decideCharges(facts(change), attorney, decisions)
/** With the other police charge declined. */
const decideOn = (decision: ChargeDecision, change: Partial<DecideChargesFacts> = {}) =>
  decide([decision, ...(decision.kind === 'added' ? [approve(1)] : []), decline(2)], change)
const accepted = (decisions: ChargeDecision[], change: Partial<DecideChargesFacts> = {}) => {
  const decision = decide(decisions, change)
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision))
  return decision
}

describe('B16', () => {
  test('B16: a charge that is approved is brought as police recommended it, and says so', () => {
    expect(accepted([approve(1), approve(2)])).toEqual({
      kind: 'accepted',
      outcome: 'charged',
      charges: [
        { ...assault, origin: 'approved' },
        { ...weapon, origin: 'approved' },
      ],
      declined: [],
    })
  })

  test('B16: a charge that is modified is a charge of the prosecutor, and keeps its line to what police recommended', () => {
    const { charges } = accepted([modify({ statute: '18§907§§A', grade: 'M1', counts: 2 }), decline(2)])
    expect(charges).toEqual([{ ...assault, origin: 'modified', statute: '18 § 907 §§ A', grade: 'M1', counts: 2 }])
  })

  test('B16: a charge that the prosecutor adds comes from no police charge', () => {
    const { charges } = accepted([approve(1), approve(2), add({ dcNumber: '202625000456' })])
    expect(charges.at(-1)).toEqual({ ...restated, policeChargeId: null, origin: 'added', dcNumber: '202625000456' })
  })

  test('B16: deciding changes nothing of what police recommended', () => {
    const before = facts()
    const copy = structuredClone(before)
    decideCharges(before, attorney, [modify({ grade: 'F2' }), decline(2)])
    expect(before).toEqual(copy)
  })

  test('B16: a charge that is declined stays on file with its coded reason', () => {
    for (const reason of declineReasons) {
      const note = reason === 'other' ? 'Returned to the state that asked first.' : null
      const declined: ChargeDecision = { kind: 'declined', policeChargeId: policeChargeId(1), reason, note }
      expect(accepted([declined, approve(2)]).declined).toEqual([{ policeChargeId: policeChargeId(1), reason, note }])
    }
  })
})

describe('the charges of an arrest', () => {
  test('are declined altogether when none is brought', () => {
    expect(accepted([decline(1), decline(2)]).outcome).toBe('declined')
  })

  test('are brought when all of police are declined and one is added', () => {
    expect(accepted([decline(1), decline(2), add()]).outcome).toBe('charged')
  })

  test('may cite what no table holds under the courts’ own citation', () => {
    expect(accepted([modify({ statute: '0 § 0 §§ 0' }), decline(2)]).charges[0]?.statute).toBe('0 § 0 §§ 0')
  })
})

describe('B36', () => {
  test('B36: no charge of an offense under 18 is brought without the direct file, whoever dates the offense', () => {
    const born = { bornOn: day('2008-01-05') }
    expect(decideOn(modify({ offenseOn: day('2026-01-04') }), born)).toMatchObject({
      reason: 'under-18-without-notice',
      at: 'decisions.0.offenseOn',
    })
    expect(decideOn(modify({ offenseOn: day('2026-01-04') }), { ...born, directFile: true }).kind).toBe('accepted')
    expect(decideOn(modify({ grade: 'F2' }), born).kind).toBe('accepted')
  })
})

describe('a decision is refused', () => {
  eachRefusal<DecideChargesReason>({
    ...hostileCases(description => decideOn(modify({ description }))),
    'text-empty': () => decideOn(modify({ description: '' })),
    'note-missing': () => decideOn({ kind: 'declined', policeChargeId: policeChargeId(1), reason: 'other', note: '' }),
    'not-sent': () => decide([], { sent: false }),
    'sent-back': () => decide([], { sentBack: true }),
    'already-decided': () => decide([], { decided: true }),
    'not-taken': () => decide([], { takenBy: null }),
    'taken-by-another': () => decide([], { takenBy: accountId(9) }),
    'version-missing': () => decide([], { versionGiven: null }),
    'version-changed': () => decide([approve(1), approve(2)], { versionGiven: 1 }),
    'charge-unknown': () => decide([approve(1), approve(2), approve(3)]),
    'charge-decided-twice': () => decide([approve(1), decline(1), approve(2)]),
    'charge-undecided': () => decide([approve(1)]),
    'modified-without-change': () => decideOn(modify({ statute: '18§2702§§A1' })),
    'statute-shape': () => decideOn(modify({ statute: 'assault' })),
    'statute-unknown': () => decideOn(add({ statute: '18 § 9999' })),
    'charge-counts': () => decideOn(modify({ counts: 0 })),
    'offense-after-arrest': () => decideOn(modify({ offenseOn: day('2026-01-06') })),
    'under-18-without-notice': () => decideOn(add(), { bornOn: day('2008-01-06') }),
    'charge-incident-not-listed': () => decideOn(modify({ dcNumber: '202625000999' })),
  })
})
