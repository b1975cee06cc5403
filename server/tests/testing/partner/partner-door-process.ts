import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { PartnerLines } from '../../../src/serve/partner-lines.ts'

export interface PartnerDoorProcess {
  readonly pid: number
  /** What it wrote to its diagnostics. */
  readonly lines: readonly string[]
  /** What it says that it holds. */
  list(): Promise<{ pools: string[]; partners: string[]; keys: string[]; environment: string[] }>
  stop(): Promise<void>
}

const program = join(import.meta.dirname, '../../../../cli/src/pars.ts')

/** The real process, as the server's starter starts it. */
export const startPartnerDoorProcess = async (
  lines: PartnerLines,
  keyFile: string,
  /** Another program that reads the same lines, with the key file as its argument. */
  other?: string,
): Promise<PartnerDoorProcess> => {
  const args = other === undefined ? [program, 'partner-door', '--key', keyFile] : [other, keyFile]
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const diagnostics: string[] = []
  createInterface({ input: child.stderr }).on('line', line => diagnostics.push(line))
  const answers = createInterface({ input: child.stdout })
  const ended = once(child, 'exit')
  const next = (kind: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (line: string): void => {
        if ((JSON.parse(line) as { kind: string }).kind !== kind) return
        answers.off('line', look)
        resolve(line)
      }
      answers.on('line', look)
      void ended.then(() => reject(new Error(`the partner door ended: ${diagnostics.join(' ')}`)))
    })
  const ready = next('ready')
  const takeBack = lines.follow(line => child.stdin.write(`${line}\n`))
  await ready
  return {
    pid: child.pid ?? 0,
    lines: diagnostics,
    async list() {
      const answer = next('holds')
      child.stdin.write('{"kind":"list"}\n')
      return JSON.parse(await answer)
    },
    async stop() {
      takeBack()
      child.stdin.end()
      await ended
    },
  }
}
