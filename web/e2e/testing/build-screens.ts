import { buildWeb, readSettings } from '@pars/server'

/** Vitest's global set-up: the screens that the tests open are those of the sources as they are. */
export const setup = async (): Promise<void> => {
  await buildWeb(readSettings({}).webFolder)
}
