import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkPackage } from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/node'
import { flips } from '../packages/ledger/tests/flips.ts'

// Changes one byte of an audit package at a time, and expects each to be found and its place named: npm run flips -- FILE
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string' } },
})
const [file] = positionals
if (file === undefined) throw new Error('name a package: npm run flips -- FILE [--count 1000] [--seed N]')
const bytes = new Uint8Array(await readFile(file))
const check = (changed: Uint8Array) =>
  checkPackage(changed, { sha256, checks: { ed25519: verifyEd25519, es256: verifyEs256 } })
const whole = await check(bytes)
if (!whole.ok) throw new Error(`the package does not hold as it is: ${whole.faults[0]?.name}`)
const seed = Number(values.seed ?? randomBytes(4).readUInt32BE())
let named = 0
let missed = 0
for await (const flip of flips(bytes, { seed, count: Number(values.count) }, check)) {
  if (flip.named) named++
  else {
    missed++
    console.error(`MISSED byte ${flip.offset} to ${flip.to} (${flip.part}): ${flip.faults[0]?.name ?? 'not found'}`)
  }
}
console.error(`seed ${seed}`)
console.log(`${named} passed, ${missed} failed`)
process.exitCode = missed > 0 ? 1 : 0
