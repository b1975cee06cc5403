/** A whole number as people type it, thousands with or without commas; NaN while it is none. */
export const parseWholeNumber = (typed: string): number =>
  /^(\d+|\d{1,3}(,\d{3})+)$/.test(typed.trim()) ? Number(typed.replaceAll(',', '').trim()) : Number.NaN
