/** Text of the record screens. */
export const recordWords = {
  pageTitle: 'Record',
} as const
