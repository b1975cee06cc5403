import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { codeOf } from '../door-client.ts'
import { insertRecords } from '../terms/records.sql.ts'
import { type DisclosureRecord, recordsAround } from '../terms/records.ts'
import * as gate from './gate.sql.ts'
import { endsAt, startOfStory } from './profiles.ts'
import * as on from './stage.sql.ts'
import type { Pair } from './stage.ts'
import { say } from './transcript.ts'

/** What the gate of inquiries must do that two databases alike cannot tell. Each answers whether it holds. */
export type Check = (pair: Pair) => Promise<boolean>

const incident = '201825000123'
const somebody = (pair: Pair): DisclosureRecord => {
  const now = startOfStory as DisclosureRecord['arrested_at']
  const [sample] = fc.sample(recordsAround(now, [now]), { numRuns: 1, seed: 1 })
  const record = sample && pair.profiles[0]?.admit(sample)
  if (record === undefined) throw new Error('nobody')
  return {
    ...record,
    arrest_id: randomUUID(),
    person_id: randomUUID(),
    otn: 'Q1',
    police_number: null,
    warrant_number: null,
    incidents: [incident],
    dockets: [],
  }
}

/** A stage with one record in reach and one out of it, and an officer who may ask. */
export const open = async (pair: Pair, persons = 40) => {
  const { admin, doors, partner } = pair.left
  const [door] = doors
  if (door === undefined) throw new Error('no door')
  await on.clearStage(admin, pair.ours.officer, { rows: 5, persons })
  const record = somebody(pair)
  const name = pair.doorNames[0] ?? ''
  await insertRecords(admin, [record, { ...somebody(pair), otn: 'Q2', charged: false }])
  const request = (nonce: string | null) =>
    JSON.stringify({
      unit: pair.ours.unit,
      officer: pair.ours.officer,
      key: 'key-of-ours',
      purpose: 'criminal-investigation',
      authentication: 'signed',
      cites: { kind: 'incident', value: incident },
      nonce,
    })
  const ask = async (otn = 'Q1', nonce: string | null = null) => {
    const { text, result } = await say(door, on.askSql(name, 'by_identifier', 3), ['otn', otn, request(nonce)])
    const token: unknown = result?.rows[0]?.token
    return { text, token: typeof token === 'string' ? token : '' }
  }
  const collect = async (
    token: string,
  ): Promise<{ answer: { term: string | null; rows: object[] } | null; ended: string | null }> => {
    const { rows } = await door.query(on.collectSql, [token])
    return { answer: rows[0].answer === null ? null : JSON.parse(rows[0].answer), ended: rows[0].ended }
  }
  return { admin, door, partner, name, definer: name.replace('agr_', 'def_'), record, ask, collect }
}
const at = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString()

export const checks = {
  'what was asked in a transaction is not handed out in it': async pair => {
    const { door, ask, collect } = await open(pair)
    await door.query('begin')
    const { token } = await ask()
    const { answer } = await collect(token)
    await door.query('commit')
    return answer === null && (await collect(token)).answer?.rows.length === 1
  },
  'what is handed out is on disk': async pair => {
    const { admin, door, ask, collect } = await open(pair)
    await gate.letCommitsWait(door, false)
    let held = true
    for (let tries = 0; tries < 5 && held; tries += 1) {
      const { token } = await ask()
      const lsn = await gate.insertedTo(admin)
      await collect(token)
      held = await gate.isFlushed(admin, lsn)
    }
    await gate.letCommitsWait(door, true)
    return held
  },
  'asking gives a token and nothing else': async pair =>
    (await (await open(pair)).ask()).text === '["SELECT",1,[[["token","a token"]]],[]]',
  'an answer is on record, with all that it says': async pair => {
    const { admin, ask } = await open(pair)
    await ask()
    const recorded = await gate.findRecorded(admin)
    return (
      recorded?.kind === 'inquiry.answered' &&
      recorded.outcome === 'answered' &&
      (recorded.answer ?? '').includes('"arrest"') &&
      (recorded.predicate ?? '').includes('Q1')
    )
  },
  'a refusal is on record, with its term': async pair => {
    const { admin, ask, collect } = await open(pair)
    await on.setClock(admin, endsAt)
    const { token } = await ask()
    const recorded = await gate.findRecorded(admin)
    return (
      recorded?.kind === 'inquiry.refused' &&
      recorded.term === 'agreement-ended' &&
      (await collect(token)).answer?.term === 'agreement-ended'
    )
  },
  'no setting opens the gate but that of the inquiry in this very transaction': async pair => {
    const { admin, definer } = await open(pair)
    const old = await gate.proveNow(admin)
    for (const shown of ['', `${randomUUID()} ${'0'.repeat(64)}`, old])
      if ((await gate.lookAsDefiner(admin, definer, shown)).records > 0) return false
    return (await gate.lookAsDefiner(admin, definer, 'prove')).records === 1
  },
  'the definer sees nothing out of reach, in no table': async pair => {
    const { admin, definer } = await open(pair)
    const seen = await gate.lookAsDefiner(admin, definer, 'prove')
    return seen.records === 1 && seen.identifiers === 2
  },
  'the definer may read no column that is not needed': async pair => {
    const { admin, definer } = await open(pair)
    const readable = await gate.listReadable(admin, definer)
    return (
      readable.length > 10 &&
      !readable.some(column =>
        ['race', 'ethnicity', 'addresses', 'birth_country_code', 'photo_reference', 'dockets', 'custody'].includes(
          column,
        ),
      )
    )
  },
  'a day has exactly so many inquiries': async pair => {
    const { admin, name, ask, collect } = await open(pair)
    await on.setStanding(admin, name, 'inquiries_per_unit_per_day = 18')
    const terms: (string | null | undefined)[] = []
    for (let n = 0; n < 20; n += 1) terms.push((await collect((await ask()).token)).answer?.term)
    return terms.filter(term => term === null).length === 18 && terms.slice(18).every(term => term === 'unit-day-quota')
  },
  'a day has exactly so many persons, each counted once': async pair => {
    const { admin, ask, collect } = await open(pair, 1)
    await insertRecords(admin, [{ ...somebody(pair), otn: 'Q3' }])
    const terms: (string | null | undefined)[] = []
    for (const otn of ['Q1', 'Q1', 'Q3', 'Q3', 'Q1']) terms.push((await collect((await ask(otn)).token)).answer?.term)
    return JSON.stringify(terms) === JSON.stringify([null, null, 'persons-day-quota', 'persons-day-quota', null])
  },
  'until the end all is handed out, and at it nothing': async pair => {
    const { admin, ask, collect } = await open(pair)
    const { token } = await ask()
    await on.setClock(admin, at(endsAt, -1))
    const before = await collect(token)
    await on.setClock(admin, endsAt)
    const { answer, ended } = await collect(token)
    return before.answer?.rows.length === 1 && answer === null && ended === 'agreement-ended'
  },
  'the end falls also upon a transaction that is open': async pair => {
    const { admin, door, name, ask, collect } = await open(pair)
    await on.letClockRun(admin)
    await on.setStanding(admin, name, on.endSoon)
    const { token } = await ask()
    await door.query('begin')
    await door.query(on.waitForEnd)
    const late = await ask()
    const { answer, ended } = await collect(token)
    await door.query('commit')
    return (
      answer === null && ended === 'agreement-ended' && (await collect(late.token)).answer?.term === 'agreement-ended'
    )
  },
  'what was stopped hands out nothing that was asked before': async pair => {
    const { admin, name, ask, collect } = await open(pair)
    const { token } = await ask()
    await on.setStanding(admin, name, on.stops.suspended ?? '')
    return (await collect(token)).answer === null
  },
  'whoever was switched off is handed out nothing that was asked before': async pair => {
    for (const [kind, id] of [
      ['unit', pair.ours.unit],
      ['key', 'key-of-ours'],
      ['officer', pair.ours.officer],
    ]) {
      const { admin, ask, collect } = await open(pair)
      const { token } = await ask()
      await on.flipSwitch(admin, kind ?? '', id ?? '')
      if ((await collect(token)).answer !== null) return false
    }
    return true
  },
  'an inquiry is asked and collected at one level of isolation': async pair => {
    const { door, ask } = await open(pair)
    await door.query(on.begins.serializable)
    const { text } = await ask()
    await door.query('rollback')
    return text.includes('PA040')
  },
  'an inquiry comes once': async pair => {
    const { ask } = await open(pair)
    await ask('Q1', 'once')
    return (await ask('Q1', 'once')).text.includes('23505')
  },
  'history is complete, refusals too': async pair => {
    const { admin, partner, ask } = await open(pair)
    await ask()
    await on.setClock(admin, endsAt)
    await ask()
    return (await on.readHistory(partner)).rows.length === 2
  },
  'a cursor tells no number and no two are alike': async pair => {
    const { admin } = await open(pair)
    const [one, other] = [await gate.sealCursor(admin, 4711), await gate.sealCursor(admin, 4711)]
    return one.slice(32, 48) !== other.slice(32, 48) && !one.includes((4711).toString(16).padStart(16, '0'))
  },
  'what is in force is not lengthened, by the owner neither': async pair => {
    const { admin, name } = await open(pair)
    return (await codeOf(gate.lengthen(admin, name))) === 'PA066'
  },
} satisfies Record<string, Check>
