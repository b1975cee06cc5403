import { randomUUID } from 'node:crypto'
import type { AccountId } from '@pars/domain'
import type { Actor } from '../actor.ts'

/** Where a stream's bytes go: the answer of one request. */
export interface Outlet {
  write(bytes: string | Buffer): boolean
  /** Bytes that the other side has not taken yet. */
  readonly writableLength: number
  /** The other side has gone already. */
  readonly destroyed: boolean
  end(): void
  destroy(): void
  once(event: 'close', listener: () => void): void
}

/** The token hash of the sign-in under which a stream was opened; undefined for a visitor's. */
export type SignInHash = Buffer | undefined

export interface BoardStream {
  readonly id: string
  readonly actor: Actor | undefined
  readonly signIn: SignInHash
}

export interface StreamSet {
  readonly size: number
  add(outlet: Outlet, of: Omit<BoardStream, 'id'>, first: string): void
  /** The same bytes to every stream. Whoever does not take them is dropped. */
  tell(frames: string): void
  list(): BoardStream[]
  end(stream: BoardStream): void
  endAll(): void
}

const nameOf = (actor: Actor | undefined): AccountId | 'a visitor' => actor?.accountId ?? 'a visitor'

/** All open streams of the board. What one of them has not taken is bounded: one slow reader costs nobody else memory or time. */
export const streamSet = (bufferLimit: number, log: (line: string) => void): StreamSet => {
  const outlets = new Map<BoardStream, Outlet>()
  const drop = (stream: BoardStream, outlet: Outlet): void => {
    outlets.delete(stream)
    log(`board stream ${stream.id} of ${nameOf(stream.actor)} dropped: it did not take ${outlet.writableLength} bytes`)
    outlet.destroy()
  }
  const end = (stream: BoardStream): void => {
    outlets.get(stream)?.end()
    outlets.delete(stream)
  }
  return {
    get size() {
      return outlets.size
    },
    add(outlet, { actor, signIn }, first) {
      if (outlet.destroyed) return
      const stream = { id: randomUUID(), actor, signIn }
      outlets.set(stream, outlet)
      outlet.once('close', () => outlets.delete(stream))
      outlet.write(first)
    },
    tell(frames) {
      const bytes = Buffer.from(frames)
      for (const [stream, outlet] of outlets) {
        outlet.write(bytes)
        if (outlet.writableLength > bufferLimit) drop(stream, outlet)
      }
    },
    list: () => [...outlets.keys()],
    end,
    endAll() {
      for (const stream of outlets.keys()) end(stream)
    },
  }
}
