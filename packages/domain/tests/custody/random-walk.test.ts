import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addHours,
  custodyStages,
  deriveCustody,
  docketStages,
  type Instant,
  isPermission,
  nextActs,
  possibleActs,
  possibleBases,
  roles,
  whyNot,
} from '../../src/index.ts'
import { alarmRows, at } from '../examples.ts'
import { isWorld } from '../scenario/judge.ts'
import { judge } from '../scenario/play.ts'
import { type Act, arrest, type Given, type Step, type Who } from '../scenario/story.ts'
import { assault, lowPaper, moneyBail, noProbableCause, paper, twoIncidents } from '../scenario/tellings.ts'
import { custodyOf, type World } from '../scenario/world.ts'

interface Throw {
  pick: number
  variant: number
  minutes: number
}
const throws: fc.Arbitrary<Throw[]> = fc.array(
  fc.record({ pick: fc.nat(1000), variant: fc.nat(11), minutes: fc.integer({ min: 1, max: 600 }) }),
  { minLength: 10, maxLength: 60 },
)

const pickOf = <T>(items: readonly T[], number: number): T => {
  const item = items[number % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const docketOf = (world: World, variant: number): number => (variant % Math.max(1, world.complaints.length)) + 1
const earlier = (hours: number) => addHours(paper.arrestedAt, hours)

/** What an act is given, in a few variants of each. */
const givenTo = (world: World, variant: number): { [A in Act]: () => Given[A] } => ({
  'arrest.draft': () => ({ place: `${variant} Example Street` }),
  'arrest.report': () => ({}),
  'arrest.correct': () => ({
    reason: 'Misread.',
    change: pickOf(
      [
        { place: `${variant}` },
        { arrestedAt: earlier(-variant) },
        { arrestedAt: earlier(variant / 4) },
        { basis: 'warrant' as const, warrantNumber: 'W' },
      ],
      variant,
    ),
  }),
  'charging.take': () => null,
  'charging.send-back': () => 'missing-papers',
  'charging.decide': () => {
    const charges = world.versions.at(-1)?.report.charges ?? [assault]
    return charges.map((_, index) => ((variant + index) % 5 === 0 ? { declined: 'policy' as const } : 'approved'))
  },
  'complaint.make': () => ({ charges: [(variant % 2) + 1], fields: {} }),
  'complaint.file': () => {
    const docket = docketOf(world, variant)
    return { docket, docketNumber: `MC-51-CR-000000${docket}-2026` }
  },
  'listing.add': () => ({ docket: docketOf(world, variant), room: 'B-08', startsIn: 0 }),
  'listing.mark-not-produced': () => ({ docket: docketOf(world, variant), reason: 'hospital' }),
  'bail.request': () => ({ docket: docketOf(world, variant), ask: {} }),
  'bail.defense-request': () => ({ docket: docketOf(world, variant), ask: {} }),
  'bail.recommend': () => ({ docket: docketOf(world, variant), ask: {} }),
  'arraignment.hold': () => ({ docket: docketOf(world, variant), held: variant % 3 === 0 ? noProbableCause : {} }),
  'bail.set': () => ({ docket: docketOf(world, variant), order: variant % 2 === 0 ? moneyBail : {} }),
  'bail.refuse': () => ({ docket: docketOf(world, variant), reasonNote: 'Stated on the record.' }),
  'hold.record': () => 'bench-warrant',
  'hold.lift': () => 'Withdrawn.',
  'departure.propose': () => ({
    basis: possibleBases(custodyOf(world))[0] ?? 'bail-without-money',
    holdsChecked: true,
  }),
  'departure.confirm': () => ({ holdsChecked: true }),
  'departure.withdraw': () => 'Wrong person.',
  'departure.acknowledge': () => null,
})

const isAct = (act: string): act is Act => act in givenTo({ complaints: [] } as unknown as World, 0)

/** Somebody whose act it is; now and then the second person of that role. */
const actorFor = (act: Act, variant: number): Who => {
  const who = pickOf(
    roles.filter(role => role !== 'visitor' && whyNot({ role }, act) === undefined),
    variant,
  )
  return variant % 4 === 3 ? `${who}/2` : who
}

const read = (world: World, now: Instant) => deriveCustody(custodyOf(world), alarmRows(), now)

const nextStep = (world: World, now: Instant, { pick, variant }: Throw): Step => {
  // Two times in three what the board asks for, so that walks get far; else anything that the record offers.
  const asked = read(world, now).next?.act ?? 'arrest.correct'
  const act = pick % 3 > 0 && isAct(asked) ? asked : pickOf(possibleActs(custodyOf(world)).filter(isAct), pick)
  return {
    act,
    by: actorFor(act, variant),
    at: now,
    given: givenTo(world, variant)[act](),
    refused: null,
  } as unknown as Step
}

const firstPaper = (pick: number) => pickOf([paper, lowPaper, { ...paper, ...twoIncidents }], pick)

/** Walks through the acts that the record offers; `see` sees the world before and after each accepted one. */
const walk = (all: Throw[], see: (before: World, after: World, step: Step) => void): World => {
  const first = pickOf(all, 0)
  const story =
    first.variant % 2 === 0
      ? arrest().draftedBy('detective', firstPaper(first.pick))
      : arrest().reportedBy('detective', firstPaper(first.pick))
  const began = judge(
    {
      draftedAt: null,
      versions: [],
      charging: { taken: null, sentBackAt: null, decidedAt: null },
      charges: [],
      complaints: [],
      holds: [],
      departure: null,
    },
    story.steps[0] as Step,
  )
  if (!isWorld(began)) throw new Error(began.say)
  let world = began
  let now = at('2026-03-02T01:40-05:00')
  for (const thrown of all.slice(1)) {
    now = addHours(now, thrown.minutes / 60)
    const step = nextStep(world, now, thrown)
    const outcome = judge(world, step)
    if (!isWorld(outcome)) continue
    see(world, outcome, step)
    world = outcome
  }
  return world
}

const keysOf = (alarms: { clock: string; hours: number }[]) => alarms.map(({ clock, hours }) => `${clock} ${hours}`)
const property = (see: (before: World, after: World, step: Step) => void) =>
  fc.assert(
    fc.property(throws, all => {
      walk(all, see)
    }),
    { numRuns: 60 },
  )

describe('whatever three custodians do to one arrest', () => {
  test('its stage is never lost', () => {
    property((_, world, step) => {
      const { stage, since } = read(world, step.at)
      expect(custodyStages).toContain(stage)
      expect(since <= step.at, `${stage} since ${since}`).toBe(true)
    })
  })

  test('it may come to any stage there is', () => {
    const seen = new Set<string>()
    const see = (_: World, world: World, step: Step) => void seen.add(read(world, step.at).stage)
    for (const all of fc.sample(throws, { seed: 540, numRuns: 100 })) walk(all, see)
    expect([...seen, 'draft'].sort()).toEqual(expect.arrayContaining([...custodyStages].sort()))
  })

  test('the alarms that went off only become more', () => {
    property((before, after, step) => {
      const [earlier, later] = [read(before, step.at), read(after, step.at)]
      expect(keysOf(later.alarmsPassed)).toEqual(expect.arrayContaining(keysOf(earlier.alarmsPassed)))
      const tomorrow = read(after, addHours(step.at, 24))
      expect(keysOf(tomorrow.alarmsPassed)).toEqual(expect.arrayContaining(keysOf(later.alarmsPassed)))
    })
  })

  test('the alarms that went off are told once each, in the order of their times, and none of them lies ahead', () => {
    property((_, world, step) => {
      const { alarmsPassed, nextAlarm } = read(world, step.at)
      const times = alarmsPassed.map(({ at: time }) => time)
      expect(times).toEqual([...times].sort())
      expect(times.every(time => time <= step.at)).toBe(true)
      expect(new Set(keysOf(alarmsPassed)).size).toBe(alarmsPassed.length)
      if (nextAlarm) {
        expect(nextAlarm.at > step.at).toBe(true)
        expect(keysOf(alarmsPassed)).not.toContain(keysOf([nextAlarm])[0])
      }
    })
  })

  test('the hours held never fall as time goes on, and stand still from the moment the person has left', () => {
    property((before, after, step) => {
      const corrected = step.act === 'arrest.correct' || step.act === 'arrest.draft'
      if (!corrected) expect(read(after, step.at).hoursHeld).toBeGreaterThanOrEqual(read(before, step.at).hoursHeld)
      const { hoursHeld, stoppedAt } = read(after, step.at)
      const later = read(after, addHours(step.at, 5))
      expect(later.hoursHeld).toBeCloseTo(stoppedAt === null ? hoursHeld + 5 : hoursHeld, 9)
      expect(later.stoppedAt).toBe(stoppedAt)
    })
  })

  test('nothing but the acknowledged departure stops the custody clock', () => {
    property((before, after, step) => {
      if (read(before, step.at).stoppedAt !== null) expect(read(after, step.at).stoppedAt).not.toBeNull()
      else expect(read(after, step.at).stoppedAt !== null).toBe(step.act === 'departure.acknowledge')
    })
  })

  test('the act that the board names next is one that the record offers', () => {
    property((_, world, step) => {
      const { next } = read(world, step.at)
      if (next) expect(possibleActs(custodyOf(world))).toContain(next.act)
    })
  })

  test('nobody goes free while something holds: an open hold, money to post, refused bail, a docket without its order', () => {
    property((_, world, step) => {
      if (step.act !== 'departure.acknowledge') return
      const { stage } = read(world, step.at)
      if (stage !== 'released' && stage !== 'released-on-summons') return
      expect(world.holds.filter(({ liftedAt }) => liftedAt === null)).toEqual([])
      for (const { order } of world.complaints) {
        expect(order?.kind).not.toBe('refused-bail')
        if (order?.kind === 'set') expect(order.types).not.toContain('monetary')
      }
    })
  })

  test('nobody held on sight is past arraignment without a finding, and none is discharged with an order', () => {
    property((_, world) => {
      for (const { facts } of world.complaints) {
        const finding = facts.arraignment?.probableCause
        if (facts.order) expect(finding === 'found' || finding === 'warrant').toBe(true)
        if (facts.arraignment && custodyOf(world).basis === 'sight') expect(['found', 'not-found']).toContain(finding)
      }
    })
  })

  test('a departure was confirmed by somebody else than who proposed it', () => {
    property((_, { departure }) => {
      if (departure?.confirmedBy) expect(departure.confirmedBy).not.toBe(departure.proposedBy)
      if (departure?.leftAt) expect(departure.confirmedBy).not.toBeNull()
    })
  })
})

describe('the table of next acts', () => {
  test('has a row for every stage, and names acts that there are', () => {
    expect(Object.keys(nextActs).sort()).toEqual([...custodyStages].sort())
    for (const next of Object.values(nextActs)) if (next) expect(isPermission(next.act)).toBe(true)
    expect(docketStages.every(stage => (custodyStages as readonly string[]).includes(stage))).toBe(true)
  })
})
