/** A name as names are compared: accents gone, small Latin letters only. The same as the database's own folding. */
export const foldName = (name: string | null): string =>
  (name ?? '')
    .normalize('NFD')
    .replaceAll(/[A-Z]/g, letter => letter.toLowerCase())
    .replaceAll(/[^a-z]/g, '')
