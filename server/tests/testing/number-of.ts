import { setTimeout as wait } from 'node:timers/promises'
import { viewEntry } from '@pars/contract'
import type { TestServer } from './start-test-server.ts'

/** The journal number of an entry, once the sequencer has given it. */
export const numberOf = async (server: TestServer, entryId: string): Promise<number> => {
  const officer = await server.as('booking-officer')
  for (let tries = 0; tries < 200; tries += 1) {
    const { number } = await officer.call(viewEntry, { params: { entryId } })
    if (number !== null) return number
    await wait(25)
  }
  throw new Error('the sequencer gave no number')
}
