import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { partnerDoorKeyFile, readSettings, startEmbeddedCity } from '@pars/server'
import { startCosignerProcesses } from '../cosigner-processes.ts'
import { openDemoTokens } from '../demo-tokens.ts'
import { startPartnerProcess } from '../partner-process.ts'
import type { ServerAtHand } from '../with-server.ts'

export interface StoryCity extends ServerAtHand {
  stop(): Promise<void>
}

/** The embedded default in a temporary home, with its partner door and a clock that begins long ago. Nothing of it stays. */
export const startStoryCity = async (startsAt: string, log: (line: string) => void): Promise<StoryCity> => {
  const home = await mkdtemp(join(tmpdir(), 'pars-story-'))
  // As root, PostgreSQL is another user: passable, the home holds its data too, and all of it goes at the end.
  await chmod(home, 0o711)
  const dropHome = (): Promise<void> => rm(home, { recursive: true, force: true })
  const policyFile = join(home, 'cosigners', 'policy')
  const settings = { ...readSettings({}), home, keys: join(home, 'keys'), policyFile, port: 0, startsAt }
  try {
    const city = await startEmbeddedCity(settings, log)
    const partnerDoor =
      city.partnerLines &&
      startPartnerProcess({ lines: city.partnerLines, keyFile: join(settings.keys, partnerDoorKeyFile), log })
    const tokens = await openDemoTokens(city.postgres.connection, settings.keys)
    const cosigners = startCosignerProcesses({ home, policyFile, baseUrl: city.baseUrl, tokenOf: tokens.tokenOf, log })
    return {
      baseUrl: city.baseUrl,
      tokenOf: tokens.tokenOf,
      async stop() {
        await cosigners?.stop()
        await partnerDoor?.stop()
        await tokens.close()
        await city.stop()
        await dropHome()
      },
    }
  } catch (error) {
    await dropHome()
    throw error
  }
}
