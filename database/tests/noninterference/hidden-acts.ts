import { insertRecords } from '../terms/records.sql.ts'
import { type DisclosureRecord, incidentNumbers, warrantNumbers } from '../terms/records.ts'
import { change, type Play, type Playing } from './playing.ts'
import type { Profile } from './profiles.ts'
import type { HiddenAct } from './program.ts'
import { otherRequest } from './requests.ts'
import * as on from './stage.sql.ts'
import { say } from './transcript.ts'

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

/** What happens in one database and is nothing that the partner may learn of. */
export const act = async (play: Play, playing: Playing, hidden: HiddenAct): Promise<void> => {
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
