import { type BoardEvent, boardEvent, streamBoard } from '@pars/contract'

export interface OpenStream {
  /** Every event so far, in the order of arrival, with the id under which it came. */
  readonly events: readonly { id: number; event: BoardEvent }[]
  /** Waits until an event fits; rejects after some seconds or at the end of the stream. */
  until(fits: (event: BoardEvent) => boolean): Promise<BoardEvent>
  /** Settles when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

interface StreamOptions {
  token?: string
  after?: number
  lastEventId?: number
}

const patience = 8_000

const readFrame = (frame: string): { id: number; event: BoardEvent } | undefined => {
  const lines = frame.split('\n')
  const data = lines.find(line => line.startsWith('data: '))?.slice(6)
  const id = lines.find(line => line.startsWith('id: '))?.slice(4)
  return data === undefined ? undefined : { id: Number(id), event: boardEvent.parse(JSON.parse(data)) }
}

/** A board stream as a browser reads it: server-sent events over fetch, each checked against the contract. */
export const openStream = async (baseUrl: string, options: StreamOptions = {}): Promise<OpenStream> => {
  const events: { id: number; event: BoardEvent }[] = []
  const waiting = new Set<() => void>()
  const aborter = new AbortController()
  const query = options.after === undefined ? '' : `?after=${options.after}`
  const response = await fetch(`${baseUrl}${streamBoard.path}${query}`, {
    signal: aborter.signal,
    headers: {
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.lastEventId === undefined ? {} : { 'last-event-id': String(options.lastEventId) }),
    },
  })
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status} ${await response.text()}`)
  let rest = ''
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(bytes, { stream: true })
      const frames = rest.split('\n\n')
      rest = frames.pop() ?? ''
      events.push(...frames.flatMap(frame => readFrame(frame) ?? []))
      for (const look of waiting) look()
    }
  }
  const ended = read().catch(() => undefined)
  return {
    events,
    ended,
    until: fits =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = events.find(({ event }) => fits(event))
          if (found) settle(() => resolve(found.event))
        }
        const settle = (how: () => void): void => {
          waiting.delete(look)
          clearTimeout(timer)
          how()
        }
        const timer = setTimeout(() => settle(() => reject(new Error('no such event came'))), patience)
        waiting.add(look)
        void ended.then(() => settle(() => reject(new Error('the stream ended'))))
        look()
      }),
    close: () => aborter.abort(),
  }
}
