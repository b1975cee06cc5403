import { describe, expect, it } from 'vitest'
import { parseMfaClaims, showsMfa } from './mfa-claim.ts'

describe('the second factor', () => {
  const claims = parseMfaClaims('amr:mfa, acr:urn:example:loa3') ?? []
  it('is shown by any one of the claims asked for', () => {
    expect(showsMfa({ amr: ['pwd', 'mfa'] }, claims)).toBe(true)
    expect(showsMfa({ acr: 'urn:example:loa3' }, claims)).toBe(true)
  })
  it.each([{}, { amr: ['pwd'] }, { amr: 'mfa' }, { acr: 'mfa' }, { acr: ['urn:example:loa3'] }, { amr: null }])(
    'is not shown by %j',
    token => {
      expect(showsMfa(token, claims)).toBe(false)
    },
  )
  it('must be asked for by amr or acr', () => {
    expect(parseMfaClaims('mfa')).toBeUndefined()
    expect(parseMfaClaims('')).toBeUndefined()
  })
})
