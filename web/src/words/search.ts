/** Text of the search screens. */
export const searchWords = {
  pageTitle: 'Search',
} as const
