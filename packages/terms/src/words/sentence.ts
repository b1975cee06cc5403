/** Whether the machine holds it, somebody looks afterwards, or it rests on a word given. */
export const standings = ['enforced', 'checked-later', 'promise'] as const
export type Standing = (typeof standings)[number]

/** A term in plain words, with where it stands in the data. */
export interface Sentence {
  text: string
  /** JSON pointer of the term that it renders. */
  pointer: string
  standing: Standing
}

export const enforced = (pointer: string, text: string): Sentence => ({ pointer, text, standing: 'enforced' })
export const checkedLater = (pointer: string, text: string): Sentence => ({ pointer, text, standing: 'checked-later' })
export const promised = (pointer: string, text: string): Sentence => ({ pointer, text, standing: 'promise' })
