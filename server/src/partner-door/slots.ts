import { setTimeout as sleep } from 'node:timers/promises'

/** Answers leave at multiples of this after the request came: what is found takes as long as what is not. */
export const slotMilliseconds = 25

/** Answers have multiples of this length, in bytes. */
export const sizeStep = 2048

/** Waits for the next slot of a request that came at a time of `performance.now()`. */
export const waitForSlot = async (cameAt: number): Promise<void> => {
  const elapsed = performance.now() - cameAt
  const slot = Math.ceil(elapsed / slotMilliseconds) * slotMilliseconds
  await sleep(Math.ceil(slot - elapsed))
}

/** An answer whose last member is an empty `padding`, filled up to the next size. */
export const filled = <A extends { readonly padding: string }>(answer: A): A => {
  const text = JSON.stringify(answer)
  if (!text.endsWith('"padding":""}')) throw new Error('padding is the last member of an answer')
  const length = Buffer.byteLength(text)
  return { ...answer, padding: 'x'.repeat(Math.ceil(length / sizeStep) * sizeStep - length) }
}

/** Its JSON. */
export const padded = (answer: { readonly padding: string }): string => JSON.stringify(filled(answer))
