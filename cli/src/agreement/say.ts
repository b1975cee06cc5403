import type { Agreement, Resolution, Version } from './find.ts'

const marks = { enforced: 'enforced', 'checked-later': 'checked later', promise: 'promise' } as const
type Sentence = Version['words'][number]

/** Sentences with what holds each. */
export const sentenceLines = (sentences: readonly Sentence[]): string[] => {
  const width = Math.max(...Object.values(marks).map(mark => mark.length))
  return sentences.map(({ text, standing }) => `  ${marks[standing].padEnd(width)}  ${text}`)
}

const changeMarks = { widening: 'WIDER', narrowing: 'narrower', other: 'other' } as const
type Change = NonNullable<Version['changes']>[number]
export const changeLines = (changes: readonly Change[]): string[] =>
  changes.length === 0
    ? ['  Nothing differs.']
    : changes.map(({ text, direction }) => `  ${changeMarks[direction].padEnd(8)}  ${text}`)

export const standingText = ({
  standing,
  why,
  endsAt,
  version,
}: Pick<Agreement, 'standing' | 'why' | 'endsAt' | 'version'>): string => {
  const what = why === null || why === standing ? standing : `${standing} (${why})`
  return version === null ? what : `${what}, version ${version}, ends ${endsAt}`
}

type ResolutionLine = Agreement['resolutions'][number]
export const resolutionText = ({ code, action, agreement, standing, votes, closesAt }: ResolutionLine): string => {
  const cast = votes.map(({ seat, choice }) => `${seat} ${choice}`).join(', ') || 'no ballot'
  return `  ${code}  ${action} version ${agreement.version}: ${standing}; ${cast}; closes ${closesAt}`
}

export const needLines = (needs: Resolution['needs']): string[] =>
  needs.length === 0 ? ['Nothing more is needed.'] : needs.map(({ say }) => `Still needed: ${say}`)
