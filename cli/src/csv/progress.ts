/** The part of a terminal that progress needs. */
export interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Progress {
  /** The state of the work. A terminal shows the newest in one line; elsewhere one every few seconds is kept. */
  show(text: string): void
  /** A line that stays. */
  say(text: string): void
  end(): void
}

const everyMilliseconds = { terminal: 100, file: 5000 }
const clearLine = '\r\u001b[2K'

export const createProgress = (to: Terminal, now: () => number = () => performance.now()): Progress => {
  const isTerminal = to.isTTY === true
  const every = isTerminal ? everyMilliseconds.terminal : everyMilliseconds.file
  let shownAt = isTerminal ? Number.NEGATIVE_INFINITY : now()
  let isShown = false
  const clear = (): void => {
    if (isShown) to.write(clearLine)
    isShown = false
  }
  return {
    show(text) {
      if (now() - shownAt < every) return
      shownAt = now()
      clear()
      to.write(isTerminal ? text : `${text}\n`)
      isShown = isTerminal
    },
    say(text) {
      clear()
      to.write(`${text}\n`)
    },
    end: clear,
  }
}
