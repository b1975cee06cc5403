import { box, clustersOf, type Faces } from '../fonts/choose-faces.ts'
import type { Weight } from '../fonts/font-files.ts'
import type { Face } from '../fonts/load-face.ts'

/** Which way a piece of text runs; `neutral` follows what stands around it. */
export type Direction = 'left-to-right' | 'right-to-left' | 'neutral'

/** A piece of text in one face and one direction. */
export interface Run {
  readonly text: string
  readonly face: Face
  readonly direction: Direction
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const neutral = /^[^\p{L}]*$/u

const directionOf = (cluster: string): Direction => {
  if (rightToLeft.test(cluster)) return 'right-to-left'
  return neutral.test(cluster) ? 'neutral' : 'left-to-right'
}

const runOf = (cluster: string, faces: Faces, weight: Weight): Run => {
  const direction = directionOf(cluster)
  const face = faces.find(cluster, weight)
  if (face) return { text: cluster, face, direction }
  const boxed = faces.find(box, 'bold')
  if (!boxed) throw new Error('no font has the box')
  return { text: box, face: boxed, direction }
}

const canJoin = (last: Run, next: Run): boolean => last.face === next.face && last.direction === next.direction

/** Splits text into runs. */
export const runsOf = (word: string, faces: Faces, weight: Weight): Run[] => {
  const runs: Run[] = []
  for (const cluster of clustersOf(word)) {
    const run = runOf(cluster, faces, weight)
    const last = runs.at(-1)
    if (last && canJoin(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text }
    else runs.push(run)
  }
  return runs
}

/** A neutral run between two that run right to left runs with them: the Unicode algorithm, as far as a line of English needs it. */
const isBackward = (runs: readonly Run[], index: number): boolean => {
  const own = runs[index]?.direction
  if (own !== 'neutral') return own === 'right-to-left'
  const before = runs.slice(0, index).findLast(run => run.direction !== 'neutral')
  const after = runs.slice(index + 1).find(run => run.direction !== 'neutral')
  return before?.direction === 'right-to-left' && after?.direction === 'right-to-left'
}

/** What runs forward needs a cut only where the face changes. */
const joinFaces = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.face === run.face) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** The runs of one line as the eye meets them: stretches that run right to left are turned around as a whole. */
export const arrangeRuns = (runs: readonly Run[]): Run[] => {
  const stretches: { backward: boolean; runs: Run[] }[] = []
  runs.forEach((run, index) => {
    const backward = isBackward(runs, index)
    const last = stretches.at(-1)
    if (last && last.backward === backward) last.runs.push(run)
    else stretches.push({ backward, runs: [run] })
  })
  return stretches.flatMap(({ backward, runs: own }) => (backward ? own.toReversed() : joinFaces(own)))
}
