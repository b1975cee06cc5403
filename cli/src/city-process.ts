import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface CityProcess {
  stop(): Promise<void>
}

const program = join(import.meta.dirname, 'pars.ts')

const startChild = (baseUrl: string, tokens: Record<string, string>): ChildProcess => {
  const child = spawn(process.execPath, [program, 'city', '--base-url', baseUrl], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  // Standard input stays open: when this process dies in any way it closes, and the city ends by itself.
  child.stdin?.on('error', () => {})
  child.stdin?.write(`${JSON.stringify(tokens)}\n`)
  return child
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise(resolve => {
    child.once('error', () => resolve(null))
    child.once('exit', code => resolve(code))
  })

/** Lets the made-up city live in a process of its own, with fresh tokens whenever it has to begin again. */
export const startCityProcess = (
  baseUrl: string,
  tokens: () => Promise<Record<string, string>>,
  log: (line: string) => void,
): CityProcess => {
  let child: ChildProcess | undefined
  let stopping = false
  const live = async (): Promise<void> => {
    while (!stopping) {
      child = startChild(baseUrl, await tokens())
      const code = await ended(child)
      if (stopping) return
      log(`the made-up city stopped (exit code ${code ?? 'unknown'}); it begins again in 5 seconds`)
      await sleep(5000)
    }
  }
  const done = live().catch((error: Error) => log(`the made-up city could not begin: ${error.message}`))
  return {
    async stop() {
      stopping = true
      child?.stdin?.end()
      child?.kill('SIGTERM')
      await Promise.race([done, sleep(3000)])
      child?.kill('SIGKILL')
    },
  }
}
