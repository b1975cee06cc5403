/** Text of the release screens. */
export const releaseWords = {
  pageTitle: 'Release',
} as const
