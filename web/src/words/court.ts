/** Text of the court screens. */
export const courtWords = {
  pageTitle: 'Court',
} as const
