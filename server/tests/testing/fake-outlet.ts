import type { BoardEvent } from '@pars/contract'
import type { Outlet } from '../../src/board/stream-set.ts'

/** The answer of a request that nobody sends: it takes every byte, or none. */
export class FakeOutlet implements Outlet {
  readonly written: (string | Buffer)[] = []
  isEnded = false
  destroyed = false
  readonly #takes: boolean
  #onClose: () => void = () => {}

  constructor({ takes }: { takes: boolean } = { takes: true }) {
    this.#takes = takes
  }
  get writableLength(): number {
    return this.#takes ? 0 : this.written.reduce((sum, bytes) => sum + bytes.length, 0)
  }
  get events(): BoardEvent[] {
    return [...this.written.join('').matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? ''))
  }
  write(bytes: string | Buffer): boolean {
    this.written.push(bytes)
    return this.#takes
  }
  end(): void {
    this.isEnded = true
  }
  destroy(): void {
    this.destroyed = true
  }
  once(_event: 'close', listener: () => void): void {
    this.#onClose = listener
  }
  /** As when the other side goes. */
  close(): void {
    this.#onClose()
  }
}
