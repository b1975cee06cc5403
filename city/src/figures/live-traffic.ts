import { assumed } from './figure.ts'

/** One arrest from paper to departure is about 15 acts: at this pace somebody acts every five seconds or so. */
export const secondsBetweenLiveArrests = assumed('chosen so that a viewer can follow; no city arrests so often', {
  /** Each arrest has a stretch of this length to itself. */
  every: 80,
  /** It begins at most so much after its stretch does. */
  later: 10,
})

/** What takes a day in a city takes some minutes here. */
export const secondsBetweenLiveActs = assumed('chosen so that a viewer can follow one arrest through all its steps', {
  median: 24,
  spread: 0.5,
  least: 6,
  most: 90,
})
