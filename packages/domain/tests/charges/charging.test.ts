import { describe, expect, test } from 'vitest'
import {
  type ChargingFacts,
  chargingStandingReasons,
  isRefused,
  type SendBackRefusal,
  sendBack,
  type TakeChargingReason,
  takeCharging,
} from '../../src/index.ts'
import { accountId } from '../examples.ts'
import { eachRefusal, hostileCases } from '../refusals.ts'

const attorney = { accountId: accountId(7), supervises: false }
const supervisor = { accountId: accountId(8), supervises: true }
const waiting: ChargingFacts = { sent: true, sentBack: false, takenBy: null, decided: false }
const taken: ChargingFacts = { ...waiting, takenBy: attorney.accountId }

describe('taking an arrest from the queue', () => {
  test('is for the first attorney who does', () => {
    expect(takeCharging(waiting, attorney)).toEqual({ kind: 'accepted', takenFrom: null })
  })

  test('over from another attorney is for a charging supervisor', () => {
    expect(takeCharging(taken, supervisor)).toEqual({ kind: 'accepted', takenFrom: attorney.accountId })
  })

  eachRefusal<TakeChargingReason>({
    'not-sent': () => takeCharging({ ...waiting, sent: false }, attorney),
    'sent-back': () => takeCharging({ ...waiting, sentBack: true }, attorney),
    'already-decided': () => takeCharging({ ...taken, decided: true }, attorney),
    'taken-by-another': () => takeCharging(taken, { ...attorney, accountId: accountId(9) }),
    'already-yours': () => takeCharging(taken, attorney),
  })

  test('is closed to a supervisor as to everybody while the arrest is not with charging', () => {
    for (const facts of [{ sent: false }, { sentBack: true }, { decided: true }]) {
      const decision = takeCharging({ ...taken, ...facts }, supervisor)
      expect(isRefused(decision) && chargingStandingReasons.some(reason => reason === decision.reason)).toBe(true)
    }
  })
})

describe('sending an arrest back to the police', () => {
  const back = (
    note: string | null,
    facts: ChargingFacts = taken,
    reason: 'missing-papers' | 'other' = 'missing-papers',
  ) => sendBack(facts, attorney.accountId, { reason, note })

  test('is for the attorney who took it, with a coded reason and perhaps a note', () => {
    expect(back(null)).toEqual({ kind: 'accepted' })
    expect(back('The statement of the store owner is missing.')).toEqual({ kind: 'accepted' })
  })

  eachRefusal<SendBackRefusal>({
    ...hostileCases(back),
    'note-missing': () => back(null, taken, 'other'),
    'not-sent': () => back(null, { ...taken, sent: false }),
    'sent-back': () => back(null, { ...taken, sentBack: true }),
    'already-decided': () => back(null, { ...taken, decided: true }),
    'not-taken': () => back(null, waiting),
    'taken-by-another': () => back(null, { ...taken, takenBy: accountId(9) }),
  })
})
