import { describe, expect, it } from 'vitest'
import { countries, findCountries, findCountry } from './countries.ts'

describe('a country of birth', () => {
  it('is found by its code first, then by the start of its name, accents or not', () => {
    expect(findCountries('can', 3)[0]).toEqual({ code: 'CAN', name: 'Canada' })
    expect(findCountries('mexico', 3).map(country => country.code)).toEqual(['MEX'])
    expect(findCountries("cote d'iv", 3)[0]?.code ?? findCountries('cote d’iv', 3)[0]?.code).toBe('CIV')
  })
  it('is none for nothing typed', () => expect(findCountries(' ', 8)).toEqual([]))
  it('has one code of three letters, and no code twice', () => {
    expect(countries.filter(({ code, name }) => !/^[A-Z]{3}$/.test(code) || name === '')).toEqual([])
    expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length)
    expect(findCountry('usa')?.name).toBe('United States')
  })
})
