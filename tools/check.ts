import { fastSteps, slowSteps } from './check-steps.ts'
import { runSteps } from './run-steps.ts'

const steps = process.argv.includes('--fast') ? fastSteps : [...fastSteps, ...slowSteps]
const failed = await runSteps(steps)
console.log(`${steps.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
