import { setTimeout as sleep } from 'node:timers/promises'
import { askByIncident, exportAnswer, listHistory, ProblemError, viewPartnerMe } from '@pars/contract'
import { type FollowedFeed, followFeedOf } from '../../server/tests/testing/partner/follow-feed.ts'
import { readInstant } from '../../server/tests/testing/partner/insert-partner.sql.ts'
import type { MadeUpPartner } from '../../server/tests/testing/partner/made-up-partner.ts'
import { addRecords } from '../../server/tests/testing/partner/made-up-records.ts'
import { wideTerms } from '../../server/tests/testing/partner/made-up-terms.ts'
import { signInOfficer } from '../../server/tests/testing/partner/sign-in-officer.ts'
import type { BenchResult } from './bench-result.ts'
import { type InquiryCity, startInquiryCity } from './inquiry/inquiry-city.ts'

const ofEach = 50
const day = 86_400_000
const secondsBefore = 40
const secondsAfter = 5

/** What one use gave: whether it was an answer, and the stamp of it where it has one. */
interface Use {
  readonly sentAt: number
  readonly stamp: string | null
}

interface Watch {
  readonly end: string
  /** When the agreement ends, by the wall's clock. */
  readonly endsAt: number
  readonly uses: Use[]
  readonly faults: string[]
  refused: number
}

/** Uses one open thing again and again until some seconds after the end. A refusal by a term is what must come after it. */
const useOn = async (watch: Watch, use: () => Promise<string | null>): Promise<void> => {
  while (Date.now() < watch.endsAt + secondsAfter * 1000) {
    const sentAt = Date.now()
    try {
      watch.uses.push({ stamp: await use(), sentAt })
    } catch (error) {
      if (error instanceof ProblemError && error.problem.term === 'agreement-ended') watch.refused += 1
      else watch.faults.push(String(error))
    }
    await sleep(200 + Math.random() * 200)
  }
}

/** When each feed was closed by the server, and the latest stamp of an answer in any. */
const watchFeeds = async (feeds: readonly FollowedFeed[], watch: Watch): Promise<number> => {
  const closed = await Promise.all(feeds.map(feed => feed.ended.then(() => Date.now())))
  for (const { events } of feeds)
    for (const event of events)
      if (event.kind === 'answered') watch.uses.push({ stamp: event.answer.notice.asOf, sentAt: 0 })
      else if (event.term === 'agreement-ended') watch.refused += 1
  return Math.max(...closed) - watch.endsAt
}

interface Opened {
  readonly uses: readonly (() => Promise<string | null>)[]
  readonly feeds: readonly FollowedFeed[]
}

/** Signs officers in, opens pages, feeds and exports: all before the end. */
const openAll = async (city: InquiryCity, partner: MadeUpPartner): Promise<Opened> => {
  const said = {
    agreement: partner.agreement,
    purpose: 'criminal-investigation',
    behalf: 'own unit',
    officer: partner.officer,
  }
  const askPage = () => partner.client.call(askByIncident, { body: { ...said, cites: null, incident: '202625000123' } })
  const uses: (() => Promise<string | null>)[] = []
  const feeds: FollowedFeed[] = []
  for (let n = 0; n < ofEach; n++) {
    const officer = await signInOfficer(city.baseUrl, partner.subject)
    uses.push(async () => {
      await officer.call(n % 2 === 0 ? viewPartnerMe : listHistory)
      return null
    })
    uses.push(async () => (await askPage()).notice.asOf)
    const { token } = await askPage()
    const options = {
      params: { token: token ?? '' },
      query: { agreement: partner.agreement, officer: partner.officer },
    }
    uses.push(
      async () =>
        (await partner.client.call(exportAnswer, { ...options, query: { ...options.query, from: 0 } })).notice.asOf,
    )
    feeds.push(await followFeedOf(partner.signing, { ...said, every: 1 }))
  }
  return { uses, feeds }
}

/** The last day of an agreement, some days ago, and the instant after it: 12:00 a.m., Eastern, by whichever of its two offsets holds then. */
const chooseEnd = (): { endsOn: string; end: string } => {
  const endsOn = new Date(Date.now() - 5 * day).toISOString().slice(0, 10)
  const next = new Date(Date.parse(endsOn) + day).toISOString().slice(0, 10)
  const inNewYork = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/New_York',
    hour: 'numeric',
    hourCycle: 'h23',
  })
  const hour = [4, 5].find(each => inNewYork.format(new Date(`${next}T0${each}:00:00Z`)) === '00')
  return { endsOn, end: `${next}T0${hour}:00:00.000Z` }
}

/** An agreement ends while sign-ins, pages, feeds and exports are open and in use. */
export const benchExpiry = async (): Promise<BenchResult[]> => {
  const { endsOn, end } = chooseEnd()
  const city = await startInquiryCity(new Date(Date.parse(end) - secondsBefore * 1000).toISOString())
  const partner = await city.partner({ startsOn: '2020-01-01', endsOn }, wideTerms())
  const door = await city.openDoor()
  try {
    await addRecords(
      city.admin,
      Array.from({ length: 20 }, (_, index) => ({
        otn: `N${8_000_000 + index}`,
        arrestedAt: new Date(Date.parse(end) - day / 2).toISOString(),
      })),
    )
    const { uses, feeds } = await openAll(city, partner)
    const watch: Watch = {
      end,
      endsAt: Date.now() + Date.parse(end) - Date.parse(await readInstant(city.admin)),
      uses: [],
      faults: [],
      refused: 0,
    }
    const leftSeconds = (watch.endsAt - Date.now()) / 1000
    if (leftSeconds < 2) throw new Error('opening took longer than the agreement had left')
    const [slowest] = await Promise.all([watchFeeds(feeds, watch), ...uses.map(use => useOn(watch, use))])
    if (watch.faults.length > 0) throw new Error(`${watch.faults.length} uses failed: ${watch.faults[0]}`)
    return resultsOf(watch, slowest ?? Number.POSITIVE_INFINITY)
  } finally {
    await door.stop()
    await city.stop()
  }
}

const resultsOf = (watch: Watch, slowestFeed: number): BenchResult[] => {
  // By the database's own stamp where the answer has one, else by when it was asked for: both on one machine's clock.
  const late = watch.uses.filter(({ stamp, sentAt }) =>
    stamp === null ? sentAt >= watch.endsAt + 2 : stamp >= watch.end,
  )
  const note = `${ofEach} each of sign-ins, pages, feeds and exports, in use; ${watch.uses.length} answers before the end, ${watch.refused} refusals after it`
  return [
    { name: 'expiry.late_rows', value: late.length, unit: 'answers', target: 0, better: 'less', note },
    {
      name: 'expiry.feed_closed',
      value: Math.round(slowestFeed),
      unit: 'ms',
      target: 1000,
      better: 'less',
      note: 'the last of the feeds, after the end instant',
    },
  ]
}
