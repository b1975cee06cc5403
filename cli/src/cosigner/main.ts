// The cosigner alone: none of the server's code is loaded into the process that holds a custodian's key.
import { CommandProblem } from '../command.ts'
import { runCosigner } from './run-cosigner.ts'

try {
  process.exitCode = await runCosigner(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof CommandProblem)) throw error
  console.error(error.message)
  process.exitCode = 2
}
