/** How those who commit an entry wake the one who numbers it, in one process. Who is not heard is found at the next tick. */
export interface Doorbell {
  ring(): void
  answer(by: () => void): void
}

export const makeDoorbell = (): Doorbell => {
  let answerer: () => void = () => {}
  return {
    ring: () => answerer(),
    answer(by) {
      answerer = by
    },
  }
}
