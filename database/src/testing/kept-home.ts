import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A home for `pars serve` of which nothing stays behind, however the process that made it ends. */
export interface KeptHome {
  readonly home: string
  /** Names a process that works in this home and must not outlive it. */
  keep(child: ChildProcess): void
  /** Ends what still runs there and removes the home with its database, wherever that lies. */
  remove(): Promise<void>
}

/** A process of its own does the ending: it sees its standard input close when a test run or a bench is killed. */
export const keepHome = (prefix: string): KeptHome => {
  const home = mkdtempSync(join(tmpdir(), prefix))
  // PostgreSQL's user passes through, so that the database lies here too when we are root.
  chmodSync(home, 0o711)
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'end-home.ts'), home], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = once(keeper, 'exit')
  keeper.unref()
  const tell = (line: string): void => {
    if (keeper.stdin.writable) keeper.stdin.write(`${line}\n`)
  }
  return {
    home,
    keep(child) {
      tell(`+${child.pid}`)
      child.once('exit', () => tell(`-${child.pid}`))
    },
    async remove() {
      keeper.ref()
      keeper.stdin.end()
      const [code] = await ended
      if (code !== 0) throw new Error(`removing ${home} ended with code ${code}`)
    },
  }
}
