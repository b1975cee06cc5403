const inAscii = (text: string): string => text.replace(/[A-Z]+/g, letters => letters.toLowerCase())

/**
 * A name as the index may hold it, however it was typed. The database knows upper and lower case of ASCII alone, so that its order never
 * changes with a library: other letters are looked for in the three ways in which people write names.
 */
export const spellingsOf = (name: string): string[] => {
  const lower = name.toLowerCase()
  const capitalized = lower.replace(/(^|[^\p{L}\p{M}])\p{L}/gu, letter => letter.toUpperCase())
  return [...new Set([lower, capitalized, name.toUpperCase()].map(inAscii))]
}
