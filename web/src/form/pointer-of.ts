/** A rule names a path (`conditions.0.text`), a form its fields by JSON pointer (`/conditions/0/text`). */
export const pointerOf = (at: string | undefined): string => (at === undefined ? '' : `/${at.replaceAll('.', '/')}`)
