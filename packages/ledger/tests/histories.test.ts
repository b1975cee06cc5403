import { describe, expect, test } from 'vitest'
import { memorySource, parseCheckpoint, verifyLog } from '../src/index.ts'
import { sha256, verifyEd25519 } from '../src/node/index.ts'
import { logFiles } from './log-files.ts'
import { dice, randomHistory } from './random-history.ts'
import { sampleLogKey } from './sample-entries.ts'

// 2,000 in the gate; `npm run histories` takes 10,000.
const histories = Number(process.env['HISTORIES'] ?? 2000)
const inGroups = 20
const most = 60

const options = { sha256, verify: verifyEd25519, logKey: sampleLogKey }
const textOf = (note: Uint8Array) => Buffer.from(note).toString('utf8')

const knownOf = (note: Uint8Array) => {
  const text = textOf(note)
  const checkpoint = parseCheckpoint(text.slice(0, text.indexOf('\n\n') + 1))
  if (!checkpoint.ok) throw new Error(checkpoint.fault)
  return checkpoint.value
}

describe.each(Array.from({ length: inGroups }, (_, group) => group))('random histories, group %i', group => {
  const seeds = Array.from({ length: Math.ceil(histories / inGroups) }, (_, n) => group * 1_000_000 + n)

  test('an honest log gives no alarm, and one changed byte in any of its files gives one', async () => {
    for (const seed of seeds) {
      const leaves = randomHistory(seed, most)
      const roll = dice(-seed - 1)
      const files = await logFiles(leaves)
      const earlier = await logFiles(leaves.slice(0, 1 + roll.below(leaves.length)))
      const known = knownOf(earlier.get('checkpoint') ?? new Uint8Array(0))
      const honest = await verifyLog(memorySource(files), { ...options, known })
      expect({ seed, faults: honest.faults }).toEqual({ seed, faults: [] })
      const paths = [...files.keys()].sort()
      const path = paths[roll.below(paths.length)] ?? ''
      const bytes = Uint8Array.from(files.get(path) ?? [])
      const place = roll.below(bytes.length)
      bytes[place] = (bytes[place] ?? 0) ^ (1 << roll.below(8))
      const damaged = await verifyLog(memorySource(new Map([...files, [path, bytes]])), { ...options, known })
      expect({ seed, path, place, found: damaged.faults.length > 0 }).toEqual({ seed, path, place, found: true })
    }
  })
})
