import { listRows } from '../db/direct.ts'
import type { PartnerDoorLine, PartnerDoorSettings } from '../partner-door/settings.ts'
import type { Runtime } from '../runtime.ts'
import { selectPartnerRoles } from './partner-lines.sql.ts'

export interface PartnerLines {
  /** Gives the lines that a new process must read, and then each that comes later. Answers how to take that back. */
  follow(write: (line: string) => void): () => void
  stop(): void
}

const lookMilliseconds = 1000

const lineOf = (line: PartnerDoorLine): string => JSON.stringify(line)

/** Looks for partners that were registered, for as long as the server runs. A role is told once to each process. */
export const startPartnerLines = (
  runtime: Runtime,
  settings: PartnerDoorSettings,
  log: (line: string) => void,
): PartnerLines => {
  const roles = new Set<string>()
  const followers = new Set<(line: string) => void>()
  let stopped = false
  const look = async (): Promise<void> => {
    const rows = await listRows<{ door: string }>(runtime.doors.keeper, selectPartnerRoles).catch((fault: Error) => {
      if (!stopped) log(`partners can't be listed: ${fault.message}`)
      return []
    })
    for (const { door } of rows) {
      if (roles.has(door)) continue
      roles.add(door)
      for (const write of followers) write(lineOf({ kind: 'partner', role: door }))
    }
  }
  void look()
  const timer = setInterval(() => void look(), lookMilliseconds)
  return {
    follow(write) {
      write(lineOf({ kind: 'begin', settings }))
      for (const role of roles) write(lineOf({ kind: 'partner', role }))
      followers.add(write)
      return () => followers.delete(write)
    },
    stop() {
      stopped = true
      clearInterval(timer)
      followers.clear()
    },
  }
}
