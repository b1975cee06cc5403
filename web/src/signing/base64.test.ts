import { expect, test } from 'vitest'
import { base64Of, base64UrlOf, bytesOfBase64Url } from './base64.ts'

test('bytes come back as they were, whatever they are', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + 250) % 256)
    expect(bytesOfBase64Url(base64UrlOf(bytes))).toEqual(bytes)
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  }
})
