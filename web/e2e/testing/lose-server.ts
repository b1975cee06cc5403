import type { Stage } from './set-stage.ts'

/** Runs something while the server is away, and brings it back. What the browser then says about lost connections is no trouble. */
export const whileLost = async (stage: Stage, run: () => Promise<void>): Promise<void> => {
  await stage.server.halt()
  try {
    await run()
  } finally {
    await stage.server.start()
  }
}

/** Takes out the notes on connections that were refused or cut, and keeps every other trouble. */
export const forgetLostConnections = ({ troubles }: Stage): void => {
  const others = troubles.filter(
    trouble => !/net::ERR_(CONNECTION_|INCOMPLETE_CHUNKED|EMPTY_RESPONSE|NETWORK_CHANGED)/.test(trouble),
  )
  troubles.splice(0, troubles.length, ...others)
}
