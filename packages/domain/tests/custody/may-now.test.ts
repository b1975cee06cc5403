import { describe, expect, test } from 'vitest'
import {
  type Actor,
  actsOnCharging,
  actsOnDocket,
  docketStages,
  mayNow,
  mayNowOnDocket,
  permissionTable,
  type Role,
} from '../../src/index.ts'
import { accountId, aDeparture, aHold, at, charged, custodyFacts, docketAt } from '../examples.ts'

const actor = (role: Role, number = 1): Actor => ({ accountId: accountId(number), role })
const taken = { at: at('2026-01-06T00:10:00-05:00'), by: accountId(7) }
const beingCharged = custodyFacts({ charging: { taken, sentBackAt: null, decidedAt: null } })

describe('what somebody may do on a record now', () => {
  test('is what the record allows, as far as it is that person’s act', () => {
    expect(mayNow(custodyFacts(), actor('charging-attorney'))).toEqual(['charging.take'])
    expect(mayNow(custodyFacts(), actor('detective'))).toEqual(['arrest.correct', 'hold.record'])
    expect(mayNow(custodyFacts(), actor('magistrate'))).toEqual([])
    expect(mayNow(custodyFacts(), actor('visitor'))).toEqual([])
  })

  test('after somebody took it for charging, is for that attorney alone, or for a supervisor who takes it over', () => {
    expect(mayNow(beingCharged, actor('charging-attorney', 7))).toEqual(['charging.decide', 'charging.send-back'])
    expect(mayNow(beingCharged, actor('charging-attorney', 8))).toEqual([])
    expect(mayNow(beingCharged, actor('charging-supervisor', 8))).toEqual(['charging.take'])
  })

  test('about a departure, is to confirm it for anybody but who proposed it', () => {
    const leaving = charged([docketAt.ordered({})], { departure: aDeparture() })
    expect(mayNow(leaving, actor('release-desk', 1))).not.toContain('departure.confirm')
    expect(mayNow(leaving, actor('release-desk', 2))).toContain('departure.confirm')
    expect(mayNow(leaving, actor('release-desk', 1))).toContain('departure.withdraw')
  })

  test('is to lift a hold only while one is open', () => {
    expect(mayNow(charged([], { holds: [aHold()] }), actor('release-desk'))).toContain('hold.lift')
    expect(mayNow(charged([], { holds: [aHold(taken.at)] }), actor('release-desk'))).not.toContain('hold.lift')
  })

  test('is neither to list nor to arraign a person who has left', () => {
    const left = charged([docketAt.filed()], { departure: aDeparture({ leftAt: taken.at }) })
    expect(mayNow(left, actor('court-clerk'))).not.toContain('listing.add')
    expect(mayNow(charged([docketAt.filed()]), actor('court-clerk'))).toContain('listing.add')
  })

  test('on one docket does not reach into another', () => {
    const facts = charged([docketAt.arraigned(), docketAt.listed()])
    const [heard, waiting] = facts.dockets
    if (!heard || !waiting) throw new Error('two dockets')
    expect(mayNowOnDocket(facts, heard, actor('magistrate'))).toEqual(['bail.set', 'bail.refuse'])
    expect(mayNowOnDocket(facts, waiting, actor('magistrate'))).toEqual([
      'arraignment.hold',
      'listing.mark-not-produced',
    ])
  })

  test('follows two tables, which know every stage and name acts that there are', () => {
    expect(Object.keys(actsOnDocket).sort()).toEqual([...docketStages].sort())
    for (const act of [...Object.values(actsOnDocket), ...Object.values(actsOnCharging)].flat())
      expect(Object.keys(permissionTable)).toContain(act)
  })
})
