/** Text of the charging screens. */
export const chargingWords = {
  pageTitle: 'Charging',
} as const
