/** One command of `pars`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string
  /** The whole help, with options and exit codes. */
  readonly usage: string
  /** Answers the exit code. Throws CommandProblem for what the person can mend; its message is one sentence. */
  run(args: string[]): Promise<number>
}

/** What the person at the terminal can mend; printed without a stack, exit code 2. */
export class CommandProblem extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'CommandProblem'
  }
}
