/** The number of an entry in the journal, and the time that its leaf says. */
export interface Place {
  readonly number: number
  readonly at: string
}

/** What a moment of the story came to: printed as it stands. */
export interface TurningPoint {
  readonly name: string
  readonly say: string
  /** The city's clock when it was looked at, where no entry tells. */
  readonly at: string
  readonly number: number | null
  /** What the machine did. */
  readonly did: string
  readonly happened: boolean
}
