import { type FeedEvent, feedEvent, followFeed, type QueryOf, type SignedClientOptions, signCall } from '@pars/contract'

export interface FollowedFeed {
  readonly events: readonly FeedEvent[]
  /** Settles when the server has ended the stream. */
  readonly ended: Promise<void>
  until(fits: (events: readonly FeedEvent[]) => boolean): Promise<void>
  close(): void
}

/** The feed as a partner's system follows it; each event checked against the contract. */
export const followFeedOf = async (
  signing: SignedClientOptions,
  query: QueryOf<typeof followFeed>,
  more: { cookie?: string; lastEventId?: string } = {},
): Promise<FollowedFeed> => {
  const aborter = new AbortController()
  const events: FeedEvent[] = []
  const waiting = new Set<() => void>()
  const { url, init } = await signCall(signing, followFeed, { query })
  const headers: Record<string, string> = more.cookie === undefined ? init.headers : { cookie: more.cookie }
  if (more.lastEventId !== undefined) headers['last-event-id'] = more.lastEventId
  const response = await fetch(url, { headers, signal: aborter.signal })
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status} ${await response.text()}`)
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(bytes, { stream: true })
      const frames = rest.split('\n\n')
      rest = frames.pop() ?? ''
      for (const frame of frames) {
        const data = frame.split('\n').find(line => line.startsWith('data: '))
        if (data !== undefined) events.push(feedEvent.parse(JSON.parse(data.slice(6))))
      }
      for (const look of waiting) look()
    }
  }
  const ended = read().catch(() => undefined)
  return {
    events,
    ended,
    until: fits =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no such event came')), 8000)
        const look = (): void => {
          if (!fits(events)) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    close: () => aborter.abort(),
  }
}
