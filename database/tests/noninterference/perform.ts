import { insertRecords } from '../terms/records.sql.ts'
import { type DisclosureRecord, docketNumbers, incidentNumbers, warrantNumbers } from '../terms/records.ts'
import { afterEnd } from './darken.ts'
import type { Profile } from './profiles.ts'
import type { Cited, Darkening, HiddenAct, Program, Side, Step } from './program.ts'
import * as on from './stage.sql.ts'
import type { Pair, Stage } from './stage.ts'
import { type Said, say } from './transcript.ts'

/** One of the two databases while a program runs. */
export interface Playing {
  stage: Stage
  side: Side
  tokens: string[]
  cursor: string
  otherToken: string
  otherCursor: string
  number: number
  hidden: DisclosureRecord[]
}
export interface Play {
  pair: Pair
  program: Program
  profile: Profile
  door: string
  isDark: boolean
  why: Darkening | null
}

const untested = ({ profile }: Play) => profile.terms.purposes.filter(({ suffices }) => suffices === 'unverified')
const tested = ({ profile }: Play) => profile.terms.purposes.filter(({ suffices }) => suffices !== 'unverified')
/** In the dark mostly what would have been answered without any test: then only the dark withholds. */
const purposesOf = (play: Play, drawn: number) => {
  if (play.isDark) return drawn % 4 === 0 || play.why === 'purpose-not-granted' ? tested(play) : untested(play)
  return play.program.strict ? tested(play) : play.profile.terms.purposes
}

export const requestOf = (
  play: Play,
  drawn: number,
  { cited, nonce }: { cited: Cited; nonce: number | null },
): object => {
  const { pair, program, profile, why } = play
  const purposes = purposesOf(play, drawn)
  const { code, cites } = purposes[drawn % purposes.length] ?? { code: '', cites: 'none' }
  const values: Record<string, readonly string[]> = {
    incident: incidentNumbers.slice(0, program.strict && !play.isDark ? 2 : 3),
    warrant: warrantNumbers,
    docket: docketNumbers,
    case: ['C-1'],
  }
  const own = cited[cites]
  const value = own !== undefined && values[cites]?.includes(own) && drawn % 5 > 0 ? own : values[cites]?.[drawn % 2]
  const request = {
    unit: pair.ours.unit,
    officer: pair.ours.officer,
    key: 'key-of-ours',
    purpose: code,
    authentication: 'signed',
    ...(value === undefined ? {} : { cites: { kind: cites, value } }),
    ...(nonce === null ? {} : { nonce: `nonce-${nonce}` }),
  }
  return play.isDark ? afterEnd(pair, why, request, profile) : request
}

const otherRequest = ({ pair }: Play, nonce: number): object => ({
  unit: pair.theirs.unit,
  officer: pair.theirs.officer,
  purpose: 'criminal-investigation',
  authentication: 'signed',
  nonce: `nonce-${nonce}`,
})

const keep = (playing: Playing, said: Said): void => {
  const token: unknown = said.result?.rows[0]?.token
  if (typeof token === 'string') playing.tokens.push(token)
}
const collect = async (play: Play, playing: Playing, token: string): Promise<string> => {
  const said = await say(doorOf(play, playing), on.collectSql, [token])
  const answer: unknown = said.result?.rows[0]?.answer
  const cursor: unknown = typeof answer === 'string' ? JSON.parse(answer).cursor : undefined
  if (typeof cursor === 'string') playing.cursor = cursor
  return said.text
}
export const doorOf = (play: Play, playing: Playing) =>
  playing.stage.doors[play.program.profile] ?? playing.stage.others

const ask = async (play: Play, playing: Playing, step: Extract<Step, { kind: 'ask' }>): Promise<string[]> => {
  const client = doorOf(play, playing)
  const args = [...step.asked.args, JSON.stringify(requestOf(play, step.request, step))]
  const sql = on.askSql(play.door, step.asked.question, args.length)
  if (step.mode === 'collect' || step.mode === 'keep') {
    const said = await say(client, sql, args)
    keep(playing, said)
    const token = said.result?.rows[0]?.token
    return step.mode === 'keep' || !token ? [said.text] : [said.text, await collect(play, playing, token)]
  }
  await client.query(on.begins[step.mode])
  const said = await say(client, sql, args)
  keep(playing, said)
  const token = said.result?.rows[0]?.token
  const within = token ? [await collect(play, playing, token)] : []
  await client.query(step.mode === 'same-transaction' ? 'commit' : 'rollback')
  return [said.text, ...within]
}

const feed = async (play: Play, playing: Playing, step: Extract<Step, { kind: 'feed' }>): Promise<string[]> => {
  const shown = { none: '', last: playing.cursor, other: playing.otherCursor, malformed: 'f'.repeat(112) }[step.cursor]
  const said = await say(doorOf(play, playing), on.askSql(play.door, 'feed', 2), [
    shown,
    JSON.stringify(requestOf(play, step.request, { cited: step.cited, nonce: null })),
  ])
  keep(playing, said)
  const token = said.result?.rows[0]?.token
  return token ? [said.text, await collect(play, playing, token)] : [said.text]
}

/** What the partner may see changes in both alike. */
export const change = async (playing: Playing, record: DisclosureRecord, classes: string[]): Promise<void> => {
  playing.number += 1
  await on.insertChange(playing.stage.admin, record, { number: playing.number, classes })
}

/** Whom no question of a program names, though the partner could. */
export const nobodyNamed = (visible: DisclosureRecord): DisclosureRecord => ({
  ...visible,
  arrest_id: 'ffffffff-ffff-4fff-8fff-ffffffffff00',
  person_id: 'ffffffff-ffff-4fff-8fff-ffffffffff01',
  last_name: 'Unasked',
  last_key: 'unasked',
  first_name: 'Nobody',
  first_key: 'nobody',
  born_on: '1955-01-01',
  police_number: null,
  dockets: [],
  otn: 'U0000001',
})

const others = async (
  play: Play,
  playing: Playing,
  { asked, nonce }: Pick<HiddenAct, 'asked' | 'nonce'>,
): Promise<void> => {
  const args = [...asked.args, JSON.stringify(otherRequest(play, nonce))]
  const said = await say(playing.stage.others, on.askSql(play.pair.otherDoor, asked.question, args.length), args)
  const token: unknown = said.result?.rows[0]?.token
  if (typeof token !== 'string') return
  playing.otherToken = token
  const { result } = await say(playing.stage.others, on.collectSql, [token])
  const answer: unknown = result?.rows[0]?.answer
  const cursor = typeof answer === 'string' ? JSON.parse(answer).cursor : undefined
  if (typeof cursor === 'string') playing.otherCursor = cursor
}

const hiddenClasses = (profile: Profile): string[] =>
  ['address', 'custody', 'photo', 'demographic', 'charges', 'bail'].filter(
    name => !profile.terms.classes.some(each => each.class === name && each.visible),
  )

const act = async (play: Play, playing: Playing, hidden: HiddenAct): Promise<void> => {
  const { profile, program, pair } = play
  const { admin } = playing.stage
  const first = program.visible[0]
  if (first === undefined) return
  switch (hidden.act) {
    case 'add-record': {
      const record = profile.hide[hidden.nonce % profile.hide.length]?.(profile.admit(hidden.record)) ?? hidden.record
      playing.hidden.push(record)
      await insertRecords(admin, [record])
      return change(playing, record, ['identity'])
    }
    case 'drop-records':
      await on.deleteRecordsOf(
        admin,
        playing.hidden.splice(0).map(each => each.arrest_id),
      )
      return
    case 'change-hidden-columns':
      if (!play.isDark) await replaceMasked(playing, [masked(profile, first, hidden.record)])
      return change(playing, first, hiddenClasses(profile).slice(0, 2))
    case 'hidden-change':
      return change(playing, first, hiddenClasses(profile))
    case 'change-of-nobody-named':
      await others(play, playing, { ...hidden, asked: { question: 'by_identifier', args: ['otn', 'U0000001'] } })
      return change(playing, nobodyNamed(first), ['identity'])
    case 'other-feeds':
      return others(play, playing, { ...hidden, asked: { question: 'feed', args: [''] } })
    case 'other-registers':
      for (const value of [...warrantNumbers, ...incidentNumbers])
        for (const kind of ['warrant', 'incident'])
          await on.registerCase(admin, {
            unit: pair.theirs.unit,
            kind,
            value,
            purpose: 'warrant-service',
            endsAt: 'infinity',
          })
      return
    case 'other-asks':
      return others(play, playing, hidden)
  }
}

export const masked = (profile: Profile, visible: DisclosureRecord, mask: DisclosureRecord): DisclosureRecord => ({
  ...visible,
  ...Object.fromEntries(profile.hidden.map(column => [column, mask[column]])),
  // A bail order shows but for its docket's number, which goes with the docket.
  ...(profile.name === 'narrow'
    ? { bail: visible.bail.map((order, n) => ({ ...order, docketNumber: `X-${mask.charged ? n : 9 - n}` })) }
    : {}),
})

const replaceMasked = async (playing: Playing, records: DisclosureRecord[]): Promise<void> => {
  await on.deleteRecordsOf(
    playing.stage.admin,
    records.map(each => each.arrest_id),
  )
  await insertRecords(playing.stage.admin, records)
}

/** In the order of its text: within one instant the order of a history is that of random ids. */
const listHistory = async ({ stage }: Playing): Promise<string[]> => {
  const { rows } = await on.readHistory(stage.partner)
  return rows.map(row => JSON.stringify(row)).sort()
}

export const perform = async (play: Play, playing: Playing, step: Step): Promise<string[]> => {
  const client = doorOf(play, playing)
  switch (step.kind) {
    case 'ask':
      return ask(play, playing, step)
    case 'collect': {
      const token = playing.tokens[step.which % Math.max(playing.tokens.length, 1)]
      return [await collect(play, playing, token ?? 'not a token')]
    }
    case 'collect-other':
      return [await collect(play, playing, playing.otherToken)]
    case 'feed':
      return feed(play, playing, step)
    case 'visible-change': {
      const record = play.program.visible[step.record % play.program.visible.length]
      if (record !== undefined && !play.isDark) await change(playing, record, ['docket', 'identity'])
      return []
    }
    case 'history':
      return listHistory(playing)
    case 'raw': {
      const statements = on.rawStatements(play.door, playing.tokens.length > 0 ? 'x' : 'y')
      return [(await say(client, statements[step.which % statements.length] ?? 'select 1')).text]
    }
    case 'hidden': {
      const own = playing.side === play.program.left ? step.left : step.right
      if (own !== null) await act(play, playing, own)
      return []
    }
  }
}
