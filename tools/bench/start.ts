import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type KeptHome, keepHome } from '@pars/database/testing'
import { projectFolder } from '../source-files.ts'
import { type BenchResult, round } from './bench-result.ts'
import { findFreePort, stopChild, untilHealthy } from './started-server.ts'

const timeStart = async ({ home, keep }: KeptHome, port: number): Promise<number> => {
  const began = performance.now()
  const env = { ...process.env, PARS_HOME: home, PORT: String(port) }
  const child = spawn('npm', ['start'], { cwd: projectFolder, env, stdio: 'ignore' })
  keep(child)
  await untilHealthy(`http://localhost:${port}`, child)
  const seconds = (performance.now() - began) / 1000
  await stopChild(child)
  // npm ends before the server that it started: the next start must not meet this one.
  while (existsSync(join(home, 'pars.lock'))) await sleep(50)
  return seconds
}

/** `npm start` to healthy: in an empty home with the screens still to build, and again on the data of that start. */
export const benchStart = async (): Promise<BenchResult[]> => {
  const home = keepHome('pars-bench-start-')
  const port = await findFreePort()
  try {
    rmSync(join(projectFolder, 'web/dist'), { recursive: true, force: true })
    const cold = await timeStart(home, port)
    const warm = await timeStart(home, port)
    return [
      { name: 'start.cold', value: round(cold), unit: 's', target: 20, better: 'less', note: 'builds the screens too' },
      { name: 'start.warm', value: round(warm), unit: 's', target: 5, better: 'less' },
    ]
  } finally {
    await home.remove()
  }
}
