import { expect, test } from 'vitest'
import { FakeOutlet } from '../../tests/testing/fake-outlet.ts'
import { streamSet } from './stream-set.ts'

const visitor = { actor: undefined, signIn: undefined }

test('every stream gets the same bytes, made once', () => {
  const streams = streamSet(100, () => {})
  const [one, two] = [new FakeOutlet(), new FakeOutlet()]
  streams.add(one, visitor, 'first')
  streams.add(two, visitor, 'first')
  streams.tell('event')
  expect(one.written[1]).toBe(two.written[1])
  expect(String(one.written[1])).toBe('event')
})

test('a stream that does not take its bytes is dropped by name, and the others go on', () => {
  const lines: string[] = []
  const streams = streamSet(20, line => lines.push(line))
  const [slow, quick] = [new FakeOutlet({ takes: false }), new FakeOutlet()]
  streams.add(slow, visitor, '')
  streams.add(quick, visitor, '')
  streams.tell('x'.repeat(15))
  expect(streams.size).toBe(2)
  streams.tell('x'.repeat(15))
  expect(streams.size).toBe(1)
  expect(slow.destroyed).toBe(true)
  expect(quick.written).toHaveLength(3)
  expect(lines).toEqual([
    expect.stringMatching(/^board stream [0-9a-f-]{36} of a visitor dropped: it did not take 30 bytes$/),
  ])
})

test('a stream that closes is forgotten, and one that was gone before it began is never kept', () => {
  const streams = streamSet(100, () => {})
  const one = new FakeOutlet()
  streams.add(one, visitor, '')
  one.close()
  const gone = new FakeOutlet()
  gone.destroyed = true
  streams.add(gone, visitor, '')
  expect(streams.size).toBe(0)
})

test('at the end every stream is ended', () => {
  const streams = streamSet(100, () => {})
  const all = [new FakeOutlet(), new FakeOutlet()]
  for (const each of all) streams.add(each, visitor, '')
  streams.endAll()
  expect(all.map(({ isEnded }) => isEnded)).toEqual([true, true])
  expect(streams.size).toBe(0)
})
