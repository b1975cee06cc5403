/** Text of the hearing screens. */
export const hearingWords = {
  pageTitle: 'Hearing',
} as const
