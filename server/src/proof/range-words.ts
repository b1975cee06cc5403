import type { RangeFault } from './package-range.ts'

/** What to do about a range that gives no package. */
export const sayOfRange: Readonly<Record<RangeFault, string>> = {
  'range-malformed': 'Name the first and the last entry by number, such as 120, or by date, such as 2018-08-31.',
  'range-empty': 'No entry lies in this range. Name an earlier beginning or a later end.',
  'range-too-long': 'A package holds at most 250,000 entries. Export the range in parts.',
  'range-not-covered':
    'No checkpoint that counts covers the last of these entries yet. Try again in a moment, or end the range earlier.',
}
