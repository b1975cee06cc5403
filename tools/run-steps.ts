import { spawn } from 'node:child_process'
import { projectFolder } from './source-files.ts'

export interface Step {
  readonly name: string
  /** A program of node_modules/.bin, or `node`. */
  readonly command: readonly [string, ...string[]]
  readonly env?: Readonly<Record<string, string>>
}

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`

const runOne = ({ command, env }: Step): Promise<{ code: number; output: string }> =>
  new Promise(resolve => {
    const [program, ...args] = command
    const child = spawn(program, args, {
      cwd: projectFolder,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', data => {
        output += String(data)
      })
    child.once('error', error => resolve({ code: 1, output: error.message }))
    child.once('exit', code => resolve({ code: code ?? 1, output }))
  })

/** Runs steps one after another, prints the time of each, and the output of those that fail. Answers the names of these. */
export const runSteps = async (steps: readonly Step[]): Promise<string[]> => {
  const failed: string[] = []
  for (const step of steps) {
    const began = performance.now()
    const { code, output } = await runOne(step)
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds(began)})`)
    if (code === 0) continue
    console.log(output.trim())
    failed.push(step.name)
  }
  return failed
}
