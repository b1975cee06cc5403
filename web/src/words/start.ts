/** Text of the start screens. */
export const startWords = {
  pageTitle: 'Start',
} as const
