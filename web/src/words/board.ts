/** Text of the board screens. */
export const boardWords = {
  pageTitle: 'Board',
} as const
