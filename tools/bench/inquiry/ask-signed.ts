import { createPrivateKey, sign } from 'node:crypto'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { askByIdentifier, type SignedMessage, signCall } from '@pars/contract'
import { percentile } from '../bench-result.ts'
import { docketOf, otnOf } from './bulk-records.sql.ts'

/** A process of its own that asks: one JSON object on standard input, one on standard output. Requests are signed before the time runs. */
export interface AskingLoad {
  readonly baseUrl: string
  readonly keyId: string
  readonly privateKey: string
  readonly agreement: string
  readonly officer: string
  readonly records: number
  readonly inFlight: number
  readonly seconds: number
  /** How many to sign beforehand. */
  readonly most: number
}
export interface AskingResult {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly count: number
  /** Answers without a row, and anything but an answer. */
  readonly wrong: number
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

/** Whether an answer with a row came. */
const send = ({ url, init }: SignedMessage): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { agent, method: init.method, headers: init.headers }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        const isRight = answer.statusCode === 200 && body.includes('"rows":[{')
        if (!isRight && wrong === 0) console.error(`${answer.statusCode} ${body.slice(0, 400)}`)
        resolve(isRight)
      })
    })
    asked.once('error', reject)
    asked.end(init.body)
  })

const signAll = (load: AskingLoad): Promise<SignedMessage[]> => {
  const key = createPrivateKey(load.privateKey)
  const signing = { baseUrl: load.baseUrl, keyId: load.keyId, sign: (bytes: Uint8Array) => sign(null, bytes, key) }
  return Promise.all(
    Array.from({ length: load.most }, () => {
      const number = 1 + Math.floor(Math.random() * load.records)
      const body = {
        agreement: load.agreement,
        purpose: 'prosecution',
        cites: { kind: 'docket' as const, value: docketOf(number) },
        behalf: 'own unit',
        officer: load.officer,
        identifier: 'otn',
        value: otnOf(number),
      }
      return signCall(signing, askByIdentifier, { body })
    }),
  )
}

const load = JSON.parse(await text(process.stdin)) as AskingLoad
const messages = await signAll(load)
const times: number[] = []
let wrong = 0
let next = 0
const began = performance.now()
const until = began + load.seconds * 1000
const askOn = async (): Promise<void> => {
  while (performance.now() < until) {
    const message = messages[next++]
    if (!message) throw new Error('too few requests were signed beforehand')
    const sent = performance.now()
    const isRight = await send(message)
    times.push(performance.now() - sent)
    if (!isRight) wrong += 1
  }
}
await Promise.all(Array.from({ length: load.inFlight }, askOn))
const seconds = (performance.now() - began) / 1000
const result: AskingResult = {
  perSecond: times.length / seconds,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  count: times.length,
  wrong,
}
console.log(JSON.stringify(result))
process.exit(0)
