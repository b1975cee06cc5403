import { createServer, type Server } from 'node:http'
import { createClient, ProblemError, takeCharging } from '@pars/contract'
import { afterEach, expect, test } from 'vitest'
import { persist, SignInEnded } from '../../src/drive/persist.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

type Answer = number | 'cut'

/** A server that gives these answers one after the other, the last one for ever; and the keys it was asked under. */
const serverThat = async (answers: Answer[]): Promise<{ baseUrl: string; keys: unknown[] }> => {
  const keys: unknown[] = []
  server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'])
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer === 'cut' || answer === undefined) return void request.socket.destroy()
    const problem = { type: 'about:blank', title: 'no', status: answer, detail: 'no', reason: `reason-${answer}` }
    response.writeHead(answer, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer === 200 ? { arrestId: 'arr' } : problem))
  })
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { baseUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, keys }
}

const askPersistently = (baseUrl: string, signal = new AbortController().signal): Promise<unknown> => {
  const client = createClient({ baseUrl, token: 'token' })
  const params = { arrestId: 'arr' }
  return persist(() => client.call(takeCharging, { params, idempotencyKey: 'the-same-key', signal }), signal)
}

test('a server that goes away and comes back is asked again under the same key', async () => {
  const { baseUrl, keys } = await serverThat(['cut', 'cut', 503, 502, 500, 200])
  expect(await askPersistently(baseUrl)).toEqual({ arrestId: 'arr' })
  expect(keys).toEqual(Array(6).fill('the-same-key'))
}, 20_000)

test('a no by rule is not asked twice', async () => {
  const { baseUrl, keys } = await serverThat([409])
  await expect(askPersistently(baseUrl)).rejects.toBeInstanceOf(ProblemError)
  expect(keys).toHaveLength(1)
})

test('a fault that stays is given up after some tries', async () => {
  const { baseUrl, keys } = await serverThat([500])
  await expect(askPersistently(baseUrl)).rejects.toBeInstanceOf(ProblemError)
  expect(keys.length).toBeGreaterThan(2)
}, 20_000)

test('an ended sign-in ends the work, for new tokens come from outside', async () => {
  const { baseUrl } = await serverThat([401])
  await expect(askPersistently(baseUrl)).rejects.toBeInstanceOf(SignInEnded)
})

test('who stops does not wait for a server that is away', async () => {
  const { baseUrl } = await serverThat(['cut'])
  const stop = new AbortController()
  const asked = askPersistently(baseUrl, stop.signal)
  setTimeout(() => stop.abort(new Error('stopped')), 300)
  await expect(asked).rejects.toThrow()
})
