import { act } from './hidden-acts.ts'
import { change, doorOf, type Play, type Playing } from './playing.ts'
import type { Step } from './program.ts'
import { requestOf } from './requests.ts'
import * as on from './stage.sql.ts'
import { type Said, say } from './transcript.ts'

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
