import { describe, expect, it } from 'vitest'
import { localPath } from './local-path.ts'

describe('where signing in may lead', () => {
  it('keeps a path of this site with its query and fragment', () => {
    expect(localPath('/board?stage=charging#row')).toBe('/board?stage=charging#row')
  })
  it('is the start page when nothing was asked', () => {
    expect(localPath(undefined)).toBe('/')
  })
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/\n/evil.example',
    'javascript:alert(1)',
    '\\\\evil.example',
    'board',
    '',
    '/..//evil.example/',
    `/${'a'.repeat(3000)}`,
  ])('never leaves this site: %j', to => {
    const url = new URL(localPath(to), 'http://localhost:7277')
    expect(url.origin).toBe('http://localhost:7277')
    expect(localPath(to)).toBe('/')
  })
})
