/** Text of the people screens. */
export const peopleWords = {
  pageTitle: 'People',
} as const
