import { isFound } from '../terms/expected-answer.ts'
import type { DisclosureRecord } from '../terms/records.ts'
import { startOfStory } from './profiles.ts'
import type { Program, Step } from './program.ts'

const finds = (steps: readonly Step[], records: readonly DisclosureRecord[]): boolean =>
  steps.some(
    step => step.kind === 'ask' && records.some(record => isFound(step.asked, record, Date.parse(startOfStory))),
  )

/** What of the hidden a program would have shown, were the walls not there. */
export const touchesOf = ({ steps, darkSteps, darkenings, left, right }: Program) => ({
  'asks for a record that is hidden in one of the two': finds(steps, [...left.hidden, ...right.hidden]),
  'asks in the dark for a record that is there in one of the two':
    darkenings.length > 0 && finds(darkSteps, [...left.dark, ...right.dark]),
  'something hidden happens between two calls': steps.some(
    (step, index) => step.kind === 'hidden' && (step.left !== null || step.right !== null) && index < steps.length - 1,
  ),
  'collects again, or what is not its own': steps.some(({ kind }) => kind === 'collect' || kind === 'collect-other'),
  'tries something else than asking': steps.some(({ kind }) => kind === 'raw'),
})
