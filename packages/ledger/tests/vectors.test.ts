import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultNames } from '../src/index.ts'
import { runLog, runNote, runPackage, runReceipt, runVector } from './run-vector.ts'
import { vectorFiles } from './vector-files.ts'

const folder = new URL('../vectors/', import.meta.url)
const valid = readdirSync(new URL('valid/', folder))
const invalid = readdirSync(new URL('invalid/', folder))

/** `invalid/note-malformed--no-signatures.txt` is refused as `note-malformed`. */
function faultOf(file: string): string {
  return file.replace(/(--.*)?\.[\w-]+$/, '')
}

async function faultsIn(path: string): Promise<unknown[]> {
  const bytes = readFileSync(new URL(path, folder))
  if (path.endsWith('.txt')) return named(await runNote(new Uint8Array(bytes), json('keys.json')))
  if (path.endsWith('.tlog-proof')) return named(await runReceipt(new Uint8Array(bytes), json('keys.json')))
  if (path.endsWith('.jsonl')) return [...(await runPackage(new Uint8Array(bytes), json('keys.json')))]
  const vector = json(path)
  if (vector['check'] !== 'log') return named(await runVector(vector))
  return runLog(vector, vector['base'] === undefined ? undefined : json(String(vector['base'])))
}

function named(verdict: { ok: boolean; fault?: string }): unknown[] {
  return verdict.ok ? [] : [{ name: verdict.fault }]
}

function json(path: string): { [member: string]: unknown } {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
}

describe('vectors/valid', () => {
  test.each(valid)('%s holds', async file => {
    expect(await faultsIn(`valid/${file}`)).toEqual([])
  })
})

describe('vectors/invalid', () => {
  test.each(invalid)('%s is refused by its name', async file => {
    const faults = await faultsIn(`invalid/${file}`)
    expect(faults[0]).toMatchObject({ name: faultOf(file) })
    const stated = file.endsWith('.json') ? json(`invalid/${file}`)['faults'] : undefined
    if (stated !== undefined) expect(faults).toEqual(stated)
  })
})

describe('the vectors', () => {
  test('have a file for every fault', () => {
    const shown = new Set(invalid.map(faultOf))
    expect(faultNames.filter(name => !shown.has(name))).toEqual([])
  })

  test('on disk are those that the script writes', async () => {
    const written = await vectorFiles()
    const onDisk = ['keys.json', ...valid.map(file => `valid/${file}`), ...invalid.map(file => `invalid/${file}`)]
    expect(onDisk.sort()).toEqual([...written.keys()].sort())
    for (const [path, content] of written) expect(readFileSync(new URL(path, folder), 'utf8'), path).toBe(content)
  })
})
