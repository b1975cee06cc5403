import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { type FeedEvent, followFeed } from '@pars/contract'
import { formatId } from '@pars/domain'
import { findRow, listRows } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import { ask, officerOf, type Said } from './ask.ts'
import type { Asker } from './asker.ts'
import type { PartnerDoor } from './door.ts'
import { findDoor } from './find-asker.ts'
import { noSuchAgreement } from './inquiries.ts'
import { callFindDoor, callListStops, type StopRow } from './partner.sql.ts'
import { presentAnswer } from './present-answer.ts'
import { feed as feedQuestion } from './questions.ts'
import { sayOfTerm } from './refusal.ts'
import { type PartnerAsked, type PartnerRoute, question } from './route.ts'
import { padded, waitForSlot } from './slots.ts'

/** How often every open stream is compared with what the database says of it. The end shows within this time. */
const watchMilliseconds = 150
const beatMilliseconds = 15_000
const mostFeeds = 1000
const mostUnsent = 1_048_576

interface OpenFeed {
  readonly id: string
  readonly asker: Asker
  readonly agreement: string
  readonly said: Said
  readonly everyMilliseconds: number
  readonly out: ServerResponse
  cursor: string | null
  /** One question at a time; the last one says why the stream ends. */
  asking: Promise<void> | undefined
  timer: NodeJS.Timeout | undefined
}

export interface Feeds {
  readonly route: PartnerRoute
  readonly size: () => number
  stop(): void
}

const frameOf = (data: string, id: string | null): string => `${id === null ? '' : `id: ${id}\n`}data: ${data}\n\n`

const end = (feed: OpenFeed): void => {
  clearTimeout(feed.timer)
  feed.out.end()
}

const refuse = (feed: OpenFeed, term: string, entryId: string | undefined): void => {
  const event: FeedEvent = {
    kind: 'refused',
    term,
    say: term === 'sign-in-ended' ? 'Your sign-in has ended. Sign in again.' : sayOfTerm(term),
    entryId: entryId === undefined ? null : formatId('ent', entryId),
  }
  feed.out.write(frameOf(JSON.stringify(event), null))
  end(feed)
}

/** Puts the feed question once, and writes what came of it. Which version answers is asked each time. */
const put = async (door: PartnerDoor, feed: OpenFeed, said: Said): Promise<void> => {
  const cameAt = performance.now()
  const row = await findRow<{ door: string | null }>(door.pools.of(feed.asker.partner), callFindDoor(feed.agreement))
  const agreementDoor = row?.door ?? undefined
  if (agreementDoor === undefined) return end(feed)
  const asked = feedQuestion({ cursor: feed.cursor })
  const answered = await ask(door, feed.asker, { agreementDoor, question: asked, said })
  if (answered.kind === 'refused') return refuse(feed, answered.term, answered.entryId)
  const known = await door.termsOf(feed.asker.partner, agreementDoor)
  const text = padded(presentAnswer(door.settings.city.name, known, 'feed', answered))
  feed.cursor = answered.cursor
  await waitForSlot(cameAt)
  feed.out.write(frameOf(`{"kind":"answered","answer":${text}}`, feed.cursor))
  if (feed.out.writableLength > mostUnsent) feed.out.destroy()
}

/** All streams of this process. A stream gives rows only as answers of the question; nothing here decides what is still in force. */
export const openFeeds = (door: PartnerDoor): Feeds => {
  const feeds = new Map<string, OpenFeed>()
  let watching: NodeJS.Timeout | undefined

  const step = (feed: OpenFeed, said: Said): Promise<void> => {
    feed.asking ??= put(door, feed, said)
      .catch(() => {
        // What broke says nothing of the agreement: whoever follows begins anew and is told.
        door.log(`feed ${feed.id} broke off`)
        feed.out.destroy()
      })
      .finally(() => {
        feed.asking = undefined
        if (feeds.has(feed.id) && !feed.out.writableEnded) planNext(feed)
      })
    return feed.asking
  }
  const planNext = (feed: OpenFeed): void => {
    clearTimeout(feed.timer)
    feed.timer = setTimeout(() => void step(feed, { ...feed.said, nonce: undefined }), feed.everyMilliseconds)
  }

  const finish = async (id: string, term: string): Promise<void> => {
    const feed = feeds.get(id)
    // Whoever followed may have gone while the database was asked.
    if (!feed) return
    if (term === 'sign-in-ended') return refuse(feed, term, undefined)
    await feed.asking
    if (!feed.out.writableEnded) await step(feed, { ...feed.said, nonce: undefined })
  }

  const watchPartner = async (partner: string, of: readonly OpenFeed[]): Promise<void> => {
    const asked = of.map(feed => ({
      id: feed.id,
      agreement: feed.agreement,
      unit: feed.asker.unit,
      officer: officerOf(feed.asker, feed.said.officer),
      key: feed.asker.by === 'signed' ? feed.asker.evidence.key : null,
      signIn: feed.asker.by === 'sign-in' ? feed.asker.signInHash.toString('hex') : null,
    }))
    const stops = await listRows<StopRow & { [column: string]: unknown }>(
      door.pools.of(partner),
      callListStops(JSON.stringify(asked)),
    ).catch(() => undefined)
    if (!stops) {
      // Nobody can say that they still stand, so they do not.
      for (const feed of of) feed.out.destroy()
      return
    }
    await Promise.all(stops.map(({ id, term }) => finish(id, term)))
  }
  const watch = async (): Promise<void> => {
    const byPartner = Map.groupBy(
      [...feeds.values()].filter(feed => !feed.out.writableEnded),
      feed => feed.asker.partner,
    )
    // What breaks at one partner's streams ends neither the watch nor the process.
    const watched = await Promise.allSettled([...byPartner].map(([partner, of]) => watchPartner(partner, of)))
    for (const { status } of watched) if (status === 'rejected') door.log('watching the feeds of a partner broke off')
    watching = feeds.size > 0 ? setTimeout(() => void watch(), watchMilliseconds) : undefined
  }

  const open = async (asked: PartnerAsked<typeof followFeed>): Promise<undefined> => {
    const { asker, parsed, request, reply } = asked
    const { agreement, purpose, citesKind, citesValue, behalf, officer, cursor, every } = parsed.query
    if ((await findDoor(door, asker, agreement)) === undefined) throw noSuchAgreement()
    if (feeds.size >= mostFeeds) throw new HttpProblem(503, 'busy', 'Too many streams are open. Try again later.')
    const cites = citesKind && citesValue ? { kind: citesKind, value: citesValue } : null
    const last = request.headers['last-event-id']
    const feed: OpenFeed = {
      id: randomUUID(),
      asker,
      agreement,
      said: { purpose, cites, behalf, officer, nonce: asker.by === 'signed' ? asker.evidence.nonce : undefined },
      everyMilliseconds: every * 1000,
      out: reply.raw,
      cursor: (typeof last === 'string' && last !== '' ? last : cursor) ?? null,
      asking: undefined,
      timer: undefined,
    }
    reply.hijack()
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    feeds.set(feed.id, feed)
    const beat = setInterval(() => feed.out.write(': \n\n'), beatMilliseconds)
    feed.out.once('close', () => {
      clearInterval(beat)
      clearTimeout(feed.timer)
      feeds.delete(feed.id)
    })
    void step(feed, feed.said)
    watching ??= setTimeout(() => void watch(), watchMilliseconds)
    return undefined
  }
  return {
    route: question(followFeed, open),
    size: () => feeds.size,
    stop() {
      clearTimeout(watching)
      for (const feed of feeds.values()) feed.out.destroy()
    },
  }
}
