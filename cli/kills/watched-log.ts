import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { seats } from '@pars/domain'
import {
  appendToPeaks,
  bundlePath,
  decodeBundle,
  hashLeaf,
  noPeaks,
  parseCheckpoint,
  parseNote,
  parseVkey,
  rootOf,
  toHex,
  utf8,
} from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import type { Place } from './killed-server.ts'

/** Roots by size, of every checkpoint that was ever seen: the log's, and each cosigner's. */
export interface WatchedLog {
  readonly roots: ReadonlyMap<number, ReadonlySet<string>>
  stop(): Promise<void>
}

const stateOf = (place: Place, seat: string): { port: number; logVkey: string; note: string | null } | undefined => {
  try {
    return JSON.parse(readFileSync(join(place.home, 'cosigners', seat, 'state.json'), 'utf8'))
  } catch {
    return undefined
  }
}

const addressesOf = (place: Place): string[] => [
  `http://127.0.0.1:${place.port}/log/checkpoint`,
  ...seats.flatMap(seat => {
    const state = stateOf(place, seat)
    const key = state && parseVkey(sha256, state.logVkey)
    if (!state || !key?.ok) return []
    return `http://127.0.0.1:${state.port}/${createHash('sha256').update(key.value.name).digest('hex')}/checkpoint`
  }),
]

/** Looks at every checkpoint that the log and its cosigners show, while they are killed. */
export const watchLog = (place: Place): WatchedLog => {
  const roots = new Map<number, Set<string>>()
  let stopped = false
  const look = async (address: string): Promise<void> => {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    const note = answer?.ok ? parseNote(utf8(await answer.text())) : undefined
    const head = note?.ok ? parseCheckpoint(note.value.text) : undefined
    if (!head?.ok) return
    const { size, root } = head.value
    roots.set(size, (roots.get(size) ?? new Set()).add(toHex(root)))
  }
  const watch = async (): Promise<void> => {
    while (!stopped) {
      await Promise.all(addressesOf(place).map(address => look(address).catch(() => {})))
      await sleep(50)
    }
  }
  const done = watch()
  return {
    roots,
    async stop() {
      stopped = true
      await done
    },
  }
}

/** The root that the log's entries give at each of these sizes. */
export const rootsOfEntries = async (place: Place, sizes: readonly number[]): Promise<Map<number, string>> => {
  const wanted = [...sizes].sort((a, b) => a - b)
  const roots = new Map<number, string>()
  const last = wanted.at(-1) ?? 0
  let tree = noPeaks
  for (let index = 0; index * 256 < last; index++) {
    const width = Math.min(256, last - index * 256)
    const answer = await fetch(`http://127.0.0.1:${place.port}/log/${bundlePath({ index, width })}`)
    const leaves = decodeBundle(new Uint8Array(await answer.arrayBuffer()), width)
    if (!leaves.ok) throw new Error(leaves.fault)
    for (const leaf of leaves.value) {
      tree = appendToPeaks(sha256, tree, [hashLeaf(sha256, leaf)])
      if (wanted.includes(tree.size)) roots.set(tree.size, toHex(rootOf(sha256, tree)))
    }
  }
  return roots
}

/** The process of one seat's cosigner of this very home; undefined while it starts. */
export const cosignerPid = ({ home }: Place, seat: string): number | undefined => {
  const found = spawnSync('pgrep', ['-f', `cosigner/main.ts --home ${join(home, 'cosigners', seat)} `], {
    encoding: 'utf8',
  })
  const pid = Number(found.stdout.split('\n')[0])
  return pid > 0 ? pid : undefined
}

export const confirmedSize = async (place: Place): Promise<number> => {
  const answer = await fetch(`http://127.0.0.1:${place.port}/api/log/status`).catch(() => undefined)
  const status = (await answer?.json().catch(() => undefined)) as { confirmed?: { size: number } | null } | undefined
  return status?.confirmed?.size ?? 0
}
