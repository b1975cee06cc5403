import type { PlainDate } from '@pars/domain'
import type { Population, PopulationColumn, Sentence } from '../src/index.ts'
import { gradeNames } from '../src/words/names.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

const readDate = (text: string): PlainDate => {
  const [, month, day, year] = /^(\w+) (\d+), (\d{4})$/.exec(text) ?? []
  const number = String(months.indexOf(month ?? '') + 1).padStart(2, '0')
  return `${year}-${number}-${String(day).padStart(2, '0')}` as PlainDate
}

const readList = (text: string): string[] => text.split(/, | or /)

const codeOfGrade = (name: string): string =>
  Object.entries(gradeNames).find(([, each]) => each === name)?.[0] ?? `no grade ${name}`

const among = (column: PopulationColumn, values: string[]): Population => ({ kind: 'in', column, values })

/** Reads one fact as it is said; the reader knows English and nothing of how it was made. */
const facts: [pattern: RegExp, read: (said: string) => Population][] = [
  [/^it is any record$/, () => ({ kind: 'everyone' })],
  [/^it is no record$/, () => ({ kind: 'not', of: { kind: 'everyone' } })],
  [/^the District Attorney approved a charge$/, () => ({ kind: 'charged' })],
  [/^the District Attorney approved no charge$/, () => ({ kind: 'not', of: { kind: 'charged' } })],
  [/^the person was 18 or older at the offense$/, () => ({ kind: 'adult' })],
  [/^the person was under 18 at the offense$/, () => ({ kind: 'not', of: { kind: 'adult' } })],
  [/^a magistrate decided on bail$/, () => ({ kind: 'bail-ordered' })],
  [/^no magistrate decided on bail$/, () => ({ kind: 'not', of: { kind: 'bail-ordered' } })],
  [
    /^the arrest was at most ([\d,]+) days? ago$/,
    days => ({ kind: 'within-days', days: Number(days.replaceAll(',', '')) }),
  ],
  [
    /^the arrest was more than ([\d,]+) days? ago$/,
    days => ({ kind: 'not', of: { kind: 'within-days', days: Number(days.replaceAll(',', '')) } }),
  ],
  [/^the arrest was on or after (.+)$/, date => ({ kind: 'since', on: readDate(date) })],
  [/^the arrest was before (.+)$/, date => ({ kind: 'not', of: { kind: 'since', on: readDate(date) } })],
  [/^the arrest was in district (.+)$/, list => among('district', readList(list))],
  [/^the arrest was not in district (.+)$/, list => ({ kind: 'not', of: among('district', readList(list)) })],
  [/^the gravest charge is graded (.+)$/, list => among('grade', readList(list).map(codeOfGrade))],
  [
    /^the gravest charge is not graded (.+)$/,
    list => ({ kind: 'not', of: among('grade', readList(list).map(codeOfGrade)) }),
  ],
  [/^the arrest was (on (?:sight|a warrant).*)$/, list => among('basis', readList(list).map(readBasis))],
  [
    /^the arrest was not (on (?:sight|a warrant).*)$/,
    list => ({ kind: 'not', of: among('basis', readList(list).map(readBasis)) }),
  ],
]
const readBasis = (said: string): string => (said === 'on a warrant' ? 'warrant' : 'sight')

const readFact = (said: string): Population => {
  for (const [pattern, read] of facts) {
    const match = pattern.exec(said)
    if (match) return read(match[1] ?? '')
  }
  throw new Error(`nobody would understand: ${said}`)
}

/** What the sentences let in, read back from their words alone. */
export const readPopulation = (sentences: readonly Sentence[]): Population => {
  const points = new Map<string, string>()
  const required: string[] = []
  for (const { text } of sentences) {
    const point = /^Point ([\d.]+\d) is that (.+)\.$/.exec(text)
    const requirement = /^A record is in reach only if (.+)\.$/.exec(text)
    if (point?.[1] !== undefined && point[2] !== undefined) points.set(point[1], point[2])
    else if (requirement?.[1] !== undefined) required.push(requirement[1])
    else if (text !== 'Any record is in reach, whatever it says.') throw new Error(`not a sentence of reach: ${text}`)
  }
  const read = (said: string): Population => {
    const parts = /^(at least one|all) of points ([\d.]+\.)(\d+) (?:and|to) ([\d.]+\.)(\d+) (?:is|are) true$/.exec(said)
    if (!parts) return readFact(said)
    const [, which, label, first, , last] = parts
    const numbers = Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, index) => `${label}${Number(first) + index}`,
    )
    const of = numbers.map(number => read(points.get(number) ?? `no point ${number}`))
    return { kind: which === 'all' ? 'all' : 'any', of }
  }
  return { kind: 'all', of: required.map(read) }
}
