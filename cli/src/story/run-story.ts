import { type ReplayedStory, replayStory, type Story, type TurningPoint } from '@pars/city/scenarios'
import type { ServerAtHand } from '../with-server.ts'
import { packageLinesOf } from './check-packages.ts'
import { type Counted, countStory } from './count-story.ts'
import { countIn, findPlace, readStoryLog, readStoryLogThrough } from './read-story-log.ts'
import { storyTerms } from './story-terms.ts'

export interface StoryRun {
  readonly replayed: ReplayedStory
  readonly counted: Counted
}

/** Replays a story against a server and counts its log. */
export const runStory = async (
  { baseUrl, tokenOf }: ServerAtHand,
  story: Story,
  tell: (point: TurningPoint) => void,
): Promise<StoryRun> => {
  const replayed = await replayStory({
    baseUrl,
    tokenOf,
    story,
    terms: storyTerms(story),
    placeOf: async number => {
      const { leaves } = await readStoryLogThrough(baseUrl, number)
      const found = leaves.find(({ entry }) => entry === number)
      return { number, at: found?.leaf.at ?? '' }
    },
    findEntry: async (kind, agreement) => findPlace((await readStoryLog(baseUrl)).leaves, { kind, agreement }),
    count: async (count, { after, through }) =>
      countIn((await readStoryLogThrough(baseUrl, through)).leaves, count, after),
    tell,
  })
  const counted = countStory(await readStoryLogThrough(baseUrl, replayed.lastNumber), story, replayed)
  const lines = [...counted.lines, ...(await packageLinesOf(replayed.packages))]
  return { replayed, counted: { ...counted, lines } }
}
