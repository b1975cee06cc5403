import { momentsOf2018 } from './moments-of-2018.ts'
import { partnersOf2018 } from './partners-of-2018.ts'
import type { Story } from './story.ts'

/** A year of four agreements, of which one ends: after what was said in public of 2017 and 2018, with made-up people. */
export const storyOf2018: Story = {
  title: 'The year 2018, replayed',
  from: '2017-09-01',
  through: '2018-08-31',
  partners: partnersOf2018,
  moments: momentsOf2018,
  dailyQuestion: 'granted',
}

/** The same year under terms that do not hold the question by place of birth. */
export const storyWithoutTheQuestion: Story = {
  ...storyOf2018,
  title: 'The same year without the question by place of birth',
  dailyQuestion: 'absent',
}

/** The part of a story up to a day, for who has less time. */
export const storyThrough = (story: Story, through: string): Story => ({
  ...story,
  through,
  moments: story.moments.filter(({ at }) => at.slice(0, 10) <= through),
})
