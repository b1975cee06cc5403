import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb, readSettings } from '@pars/server'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    screens: string
  }
}

/**
 * Vitest's global set-up: the screens that the tests open are those of the sources as they are, and stay so for the whole run, whoever
 * builds others meanwhile.
 */
export const setup = async (project: TestProject): Promise<() => void> => {
  const { webFolder } = readSettings({})
  await buildWeb(webFolder)
  const screens = mkdtempSync(join(tmpdir(), 'pars-screens-'))
  cpSync(webFolder, screens, { recursive: true })
  project.provide('screens', screens)
  return () => rmSync(screens, { recursive: true, force: true })
}
