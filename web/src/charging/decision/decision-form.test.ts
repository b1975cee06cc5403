import type { PresentedReport } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { blankCharge, carryOver, choiceOn, startDecision, tallyOf, undecidedCharges } from './decision-form.ts'
import { readDecision } from './read-decision.ts'

type PoliceCharge = PresentedReport['charges'][number]

const charge = (name: string, change: Partial<PoliceCharge> = {}): PoliceCharge =>
  ({
    policeChargeId: `pch_${name}`,
    statute: '18 § 3921 §§ A',
    description: name,
    grade: 'M1',
    counts: 1,
    offenseOn: '2026-01-05',
    dcNumber: '202625000123',
    ...change,
  }) as PoliceCharge

const report = (...charges: PoliceCharge[]) => ({
  charges,
  incidents: ['202625000123'],
  arrestedAt: '2026-01-06T03:40:00.000Z' as PresentedReport['arrestedAt'],
})

const theft = charge('theft')
const assault = charge('assault')
const start = () => startDecision(report(theft, assault), 2)
const decide = (form = start(), ...changes: [PoliceCharge, Partial<ReturnType<typeof choiceOn>>][]) => ({
  ...form,
  choices: {
    ...form.choices,
    ...Object.fromEntries(
      changes.map(([each, change]) => [each.policeChargeId, { ...choiceOn(form, each), ...change }]),
    ),
  },
})
const read = (form: ReturnType<typeof start>) => readDecision(form, [theft, assault])
const errorsOf = (form: ReturnType<typeof start>) => {
  const given = read(form)
  return given.kind === 'unread' ? given.errors.map(each => each.pointer) : []
}

describe('a decision on charges', () => {
  test('names the charges that are left, in their order', () => {
    const form = decide(start(), [theft, { kind: 'approved' }])
    expect(undecidedCharges(start(), [theft, assault])).toEqual([theft, assault])
    expect(undecidedCharges(form, [theft, assault])).toEqual([assault])
  })
  test('cannot be recorded while a charge is left', () => {
    expect(errorsOf(decide(start(), [theft, { kind: 'approved' }]))).toEqual(['/decisions/1'])
  })
  test('is about the version that was seen, each charge once, in the order of the page', () => {
    const form = decide(
      start(),
      [assault, { kind: 'approved' }],
      [theft, { kind: 'declined', reason: 'diversion', note: ' ' }],
    )
    expect(read(form)).toEqual({
      kind: 'decision',
      body: {
        arrestVersion: 2,
        decisions: [
          { kind: 'declined', policeChargeId: 'pch_theft', reason: 'diversion', note: null },
          { kind: 'approved', policeChargeId: 'pch_assault' },
        ],
      },
    })
  })
  test('declines only with a coded reason, and "other" only with a note', () => {
    expect(errorsOf(decide(start(), [theft, { kind: 'declined' }], [assault, { kind: 'approved' }]))).toEqual([
      '/decisions/0/reason',
    ])
    const other = { kind: 'declined', reason: 'other' } as const
    expect(errorsOf(decide(start(), [theft, other], [assault, { kind: 'approved' }]))).toEqual(['/decisions/0/note'])
    expect(
      errorsOf(decide(start(), [theft, { ...other, note: 'Civil matter' }], [assault, { kind: 'approved' }])),
    ).toEqual([])
  })
  test('does not modify a charge into itself, however the statute is spelled', () => {
    const fields = { ...choiceOn(start(), theft).fields, statute: '18  Pa.C.S. § 3921(a)' }
    expect(errorsOf(decide(start(), [theft, { kind: 'modified', fields }], [assault, { kind: 'approved' }]))).toEqual([
      '/decisions/0',
    ])
  })
  test('reads a modified charge as typed, with the ungraded as no grade', () => {
    const fields = { ...choiceOn(start(), theft).fields, grade: '', counts: '3' }
    const given = read(decide(start(), [theft, { kind: 'modified', fields }], [assault, { kind: 'approved' }]))
    expect(given).toMatchObject({ body: { decisions: [{ kind: 'modified', grade: null, counts: 3 }, {}] } })
  })
  test('puts the errors of an added charge behind the rows of the police charges', () => {
    const form = decide(start(), [theft, { kind: 'approved' }], [assault, { kind: 'approved' }])
    const blank = { ...blankCharge(report(theft, assault)), counts: '0', offenseOn: '1/1/26' }
    expect(errorsOf({ ...form, added: [blank] })).toEqual([
      '/decisions/2/statute',
      '/decisions/2/description',
      '/decisions/2/counts',
      '/decisions/2/offenseOn',
    ])
  })
  test('counts what was decided how', () => {
    const form = decide(start(), [theft, { kind: 'declined' }], [assault, { kind: 'approved' }])
    expect(tallyOf(form, [theft, assault])).toEqual({ approved: 1, modified: 0, declined: 1, added: 0 })
  })
})

describe('a report that police correct meanwhile', () => {
  const decided = decide(start(), [theft, { kind: 'approved' }], [assault, { kind: 'declined' }])
  test('opens the charges that it changes or adds, and keeps the other decisions', () => {
    const graver = charge('assault', { grade: 'F1' })
    const added = charge('robbery')
    const now = report(theft, graver, added)
    const form = carryOver(decided, report(theft, assault), now, 3)
    expect(form.arrestVersion).toBe(3)
    expect(undecidedCharges(form, now.charges)).toEqual([graver, added])
    expect(choiceOn(form, graver).fields.grade).toBe('F1')
  })
  test('drops the decision on a charge that is gone', () => {
    const form = carryOver(decided, report(theft, assault), report(assault), 3)
    expect(Object.keys(form.choices)).toEqual(['pch_assault'])
  })
})
