import { addDays } from '../../src/time/city-time.ts'
import type { Deed, Moment } from '../story.ts'
import { type Asked, askBornAbroad, askOne } from './inquiries.ts'
import { findReplies, flip, serve, write } from './papers.ts'
import { holdGenesis, register } from './register.ts'
import { eventually, momentOf, type Registered, type Stage } from './stage.ts'
import type { Place } from './turning-point.ts'
import { accept, confirmed, draftAndOpen, stands, vote } from './votes.ts'

/** What a moment came to: where its entry stands, and whether it was what the story says. */
export interface Came {
  readonly place: Partial<Place>
  readonly did: string
  readonly happened: boolean
}
type Tellers = {
  [K in Deed['kind']]: (stage: Stage, moment: Moment, deed: Extract<Deed, { kind: K }>) => Promise<Came>
}

const byEntry = async (stage: Stage, entryId: string, did: string, happened = true): Promise<Came> => ({
  place: await stage.options.placeOf(await stage.numberOf(entryId)),
  did,
  happened,
})

/** Waits for an entry that the machine makes by itself, such as a lapse. */
const awaitEntry = (stage: Stage, kind: string, partner: Registered, after: number): Promise<Place> =>
  eventually(`an entry ${kind}`, async () => {
    const place = await stage.options.findEntry(kind, partner.about.agreement)
    return place !== undefined && place.number >= after ? place : undefined
  })

const activated = async (stage: Stage, partner: Registered, since: number): Promise<Came> => {
  const place = await awaitEntry(stage, 'agreement.activated', partner, since)
  await confirmed(stage, place.number)
  return {
    place,
    did: `in force by the database: version ${partner.version} of ${partner.about.agreement}`,
    happened: true,
  }
}

const sayOf = (asked: Asked): string =>
  asked.kind === 'answered' ? `answered, ${asked.rows} rows` : `refused by ${asked.term}`

/** Asks without pause across the end instant. */
const askAcross = async (
  stage: Stage,
  partner: Registered,
  since: number,
): Promise<{ last: Asked | undefined; first: Asked }> => {
  let last: Asked | undefined
  const first = await eventually('a refusal', async () => {
    const asked = await (stage.options.story.dailyQuestion === 'granted'
      ? askBornAbroad(partner, since)
      : askOne(partner, { purpose: 'civil-immigration', cites: null, identifier: 'otn', value: 'C0000000' }))
    if (asked.kind === 'refused') return asked
    last = asked
    return undefined
  })
  return { last, first }
}

const told: Tellers = {
  async genesis(stage) {
    return byEntry(stage, await holdGenesis(stage), 'three genesis keys, one for each seat')
  },
  async register(stage, moment, { partner }) {
    const entryId = await register(stage, partner, momentOf(moment.at))
    const { decidedBy, citation } = stage.partner(partner).about
    return byEntry(stage, entryId, `status decided by: ${decidedBy}; citing: ${citation}`)
  },
  async adopt(stage, moment, { partner: code, votes }) {
    const partner = stage.partner(code)
    const { about } = partner
    const startsOn = moment.at.slice(0, 10)
    const closesAt = momentOf(`${addDays(startsOn, 30)}T17:00`)
    const opening = { partner, action: 'adopt' as const, terms: about.terms, startsOn, endsOn: about.endsOn, closesAt }
    const { resolutionId, entryId } = await draftAndOpen(stage, { ...opening, reason: moment.say })
    await vote(stage, resolutionId, votes)
    await accept(partner, resolutionId)
    await stands(stage, resolutionId, 'carried-out')
    partner.hasBegun = true
    return activated(stage, partner, await stage.numberOf(entryId))
  },
  async 'draft-and-open'(stage, moment, deed) {
    const { action, terms, startsOn, endsOn } = deed
    const closesAt = momentOf(deed.closesAt)
    const opening = {
      partner: stage.partner(deed.partner),
      action,
      terms,
      startsOn,
      endsOn,
      closesAt,
      reason: moment.say,
    }
    const { resolutionId, entryId } = await draftAndOpen(stage, opening)
    stage.made.set(moment.name, resolutionId)
    return byEntry(stage, entryId, `open until ${deed.closesAt}`)
  },
  async vote(stage, _, { partner: code, of, votes, becomes }) {
    const resolutionId = stage.idOf(of)
    const entryId = await vote(stage, resolutionId, votes)
    if (becomes === 'in-force') {
      await stands(stage, resolutionId, 'carried-out')
      return activated(stage, stage.partner(code), await stage.numberOf(entryId))
    }
    await stands(stage, resolutionId, 'failed')
    return byEntry(stage, entryId, 'it can no longer be carried; silence is no yes')
  },
  async notice(stage, { name }, deed) {
    const { entryId, counted } = await serve(stage, name, deed)
    return byEntry(
      stage,
      entryId,
      counted === undefined ? `${deed.notice} served` : `${deed.notice} served; counted from the log: ${counted}`,
    )
  },
  async letter(stage, { name, at }, deed) {
    const entryId = await write(stage, name, deed)
    return byEntry(stage, entryId, `${deed.letter} on file under the date of ${at.slice(0, 10)}`)
  },
  async 'no-reply'(stage, _, deed) {
    const { dueAt, replies } = await findReplies(stage, deed)
    const isPast = dueAt !== null
    return {
      place: {},
      did: `no reply on file by the date (${dueAt}); replies: ${replies}`,
      happened: isPast && replies === 0,
    }
  },
  async switch(stage, _, deed) {
    return byEntry(stage, await flip(stage, deed), deed.stopped ? 'stopped on every path' : 'goes on')
  },
  async entered(stage, _, { partner, entry }) {
    const place = await awaitEntry(stage, entry, stage.partner(partner), 0)
    return { place, did: `entered: ${entry}`, happened: true }
  },
  async 'last-question'(stage) {
    const { lastAsked = '' } = stage
    return byEntry(stage, lastAsked, 'the last question of this day')
  },
  async end(stage, moment, { partner }) {
    const { last, first } = await askAcross(stage, stage.partner(partner), momentOf(moment.at) - 3_600_000)
    const number = await stage.numberOf(first.entryId)
    const lastNumber = last === undefined ? undefined : await stage.numberOf(last.entryId)
    const refused = await stage.options.placeOf(number)
    const end = momentOf('2018-09-01T00:00')
    const isExact =
      last?.askedAt != null &&
      Date.parse(last.askedAt) < end &&
      Date.parse(refused.at) >= end &&
      first.term === 'agreement-ended'
    const did = `last answer before: entry ${lastNumber} at ${last?.askedAt}; first refusal after: entry ${number} at ${refused.at}, ${sayOf(first)}`
    return { place: refused, did, happened: isExact }
  },
  async 'still-answered'(stage, _, { partner }) {
    const cites = { kind: 'docket', value: 'MC-51-CR-0099998-2018' }
    const asked = await askOne(stage.partner(partner), {
      purpose: 'prosecution',
      cites,
      identifier: 'otn',
      value: 'C0000000',
    })
    return byEntry(stage, asked.entryId, sayOf(asked), asked.kind === 'answered')
  },
}

/** Does what a moment tells of. */
export const tellMoment = (stage: Stage, moment: Moment): Promise<Came> => {
  const teller = told[moment.deed.kind] as (stage: Stage, moment: Moment, deed: Deed) => Promise<Came>
  return teller(stage, moment, moment.deed)
}
