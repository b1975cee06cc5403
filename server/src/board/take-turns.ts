/**
 * Whoever asks while a load runs gets the next one, together with everybody else who waits: never an answer that was begun before he
 * asked, and never more than one load at a time.
 */
export const takeTurns = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | undefined
  let next: Promise<T> | undefined
  const begin = (): Promise<T> => {
    const own = load().finally(() => {
      if (running === own) running = undefined
    })
    running = own
    return own
  }
  return () => {
    if (!running && !next) return begin()
    next ??= (running ?? Promise.resolve())
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        next = undefined
        return begin()
      })
    return next
  }
}
