/** Something in the log is not as it must be: a cosigner that signed would vouch for it. The message is the one line that is told. */
export class CosignerRefusal extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'CosignerRefusal'
  }
}

/** The log could not be read: nothing is known against it, and nothing is signed. */
export class UnreadableLog extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'UnreadableLog'
  }
}
