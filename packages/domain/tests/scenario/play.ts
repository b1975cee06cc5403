import { expect } from 'vitest'
import {
  type Actor,
  bailWords,
  deriveCustody,
  isRole,
  mayNow,
  mayNowOnDocket,
  type Refused,
  type Role,
  whyNot,
} from '../../src/index.ts'
import { alarmRows } from '../examples.ts'
import * as charging from './charging-acts.ts'
import * as court from './court-acts.ts'
import { isWorld, type Judge } from './judge.ts'
import * as police from './police-acts.ts'
import type { Act, Look, Shown, Step, Story } from './story.ts'
import { accountOf, custodyOf, emptyWorld, type World } from './world.ts'

const judges: { [A in Act]: Judge<A> } = {
  'arrest.draft': police.draft,
  'arrest.report': police.report,
  'arrest.correct': police.correct,
  'charging.take': charging.take,
  'charging.send-back': charging.sendItBack,
  'charging.decide': charging.decide,
  'complaint.make': charging.complain,
  'complaint.file': court.file,
  'listing.add': court.list,
  'listing.mark-not-produced': court.miss,
  'bail.request': court.ask,
  'bail.defense-request': court.ask,
  'bail.recommend': court.ask,
  'arraignment.hold': court.arraign,
  'bail.set': court.setBail,
  'bail.refuse': court.refuseBail,
  'hold.record': police.recordHold,
  'hold.lift': police.lift,
  'departure.propose': police.propose,
  'departure.confirm': police.confirm,
  'departure.withdraw': police.withdraw,
  'departure.acknowledge': police.acknowledge,
}

const actorOf = (by: Step['by']): Actor => {
  const role = by.split('/')[0] ?? ''
  if (!isRole(role)) throw new Error(`no role ${role}`)
  return { accountId: accountOf(by), role: role as Role }
}

/** What the record says this actor may do now: a screen offers exactly this. */
const offered = (world: World, step: Step): boolean => {
  if (world.versions.length === 0) return true
  const docket = typeof step.given === 'object' && step.given && 'docket' in step.given ? step.given.docket : null
  const facts = custodyOf(world)
  if (docket === null) return mayNow(facts, actorOf(step.by)).includes(step.act)
  const own = facts.dockets[docket - 1]
  return own !== undefined && mayNowOnDocket(facts, own, actorOf(step.by)).includes(step.act)
}

export const judge = (world: World, step: Step): World | Refused =>
  whyNot(actorOf(step.by), step.act) ?? (judges[step.act] as Judge<Act>)(world, step as never)

const take = (world: World, step: Step): World => {
  const label = `${step.act} by ${step.by} at ${step.at}`
  const outcome = judge(world, step)
  if (isWorld(outcome)) {
    expect(step.refused, `${label} was accepted`).toBeNull()
    expect(offered(world, step), `${label} was accepted, so it must have been offered`).toBe(true)
    return outcome
  }
  expect(outcome.reason, `${label}: ${outcome.say}`).toBe(step.refused)
  return world
}

/** The board's row at a moment, in the words of a story. */
export const shownAt = (world: World, at: Look['at']): Required<Shown> => {
  const custody = deriveCustody(custodyOf(world), alarmRows(), at)
  return {
    stage: custody.stage,
    next: custody.next ? `${custody.next.act} by ${custody.next.party}` : 'nothing',
    onBoard: custody.onBoard,
    hoursHeld: custody.hoursHeld,
    passed: custody.alarmsPassed.map(({ clock, hours }) => `${clock} ${hours}`),
    nextAlarm: custody.nextAlarm && `${custody.nextAlarm.clock} ${custody.nextAlarm.hours}`,
    findingDueIn: custody.probableCauseHoursLeft,
    words: world.complaints.flatMap(({ order }) => (order ? [bailWords(order)] : [])),
  }
}

/** Plays a story by the pure rules; each act is judged by who may, by its rule, and by what the record offered. */
export const play = (story: Story, see: (world: World, at: Look['at']) => void = () => {}): World =>
  story.steps.reduce<World>((world, step) => {
    if (step.act === 'look') {
      expect(shownAt(world, step.at), `at ${step.at}`).toMatchObject(step.shown)
      return world
    }
    const next = take(world, step)
    see(next, step.at)
    return next
  }, emptyWorld)
