/** A short fact under its label, in a box of the form. */
export interface Field {
  readonly label: string
  readonly value: string
  /** Share of the row's width; 1 unless told. */
  readonly share?: number
}

export interface Column {
  readonly title: string
  readonly width: number
  readonly align?: 'left' | 'right'
}

/** A line to sign on, with what is known of who signs and when. */
export interface SigningPlace {
  readonly who: string
  readonly name: string
  readonly beside: string
}

export type Block =
  /** `keep`: how much of what follows stays on its page, in points. */
  | { readonly kind: 'heading'; readonly text: string; readonly keep?: number }
  | { readonly kind: 'paragraph'; readonly text: string; readonly small?: boolean }
  | { readonly kind: 'fields'; readonly rows: readonly (readonly Field[])[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly items: readonly { readonly label: string; readonly text: string }[] }
  | { readonly kind: 'choices'; readonly items: readonly { readonly chosen: boolean; readonly text: string }[] }
  /** The words of an order, which nobody may overlook. */
  | { readonly kind: 'order'; readonly words: string; readonly under: string }
  | { readonly kind: 'signatures'; readonly places: readonly SigningPlace[] }

/** A paper before it is drawn: facts in their order, and nothing about fonts or pages. */
export interface Paper {
  /** Without any name: it becomes the title of the file and of the window that shows it. */
  readonly title: string
  readonly heading: string
  readonly court: readonly string[]
  /** Who against whom, one line each. */
  readonly caption: readonly string[]
  /** Which of those lines names the defendant. */
  readonly party: number
  /** Beside the caption: docket number and other numbers. */
  readonly numbers: readonly Field[]
  readonly blocks: readonly Block[]
  /** Repeated at the head of later pages. */
  readonly running: string
  /** At the foot of every page: where the journal holds this. */
  readonly proof: readonly string[]
  /** Shown on every page of a rehearsal; null elsewhere. */
  readonly banner: string | null
  readonly printedAt: string
}

/** Every text that will be drawn. */
export const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}
