import { benchAudit } from './bench/audit.ts'
import { isMet, lineOf, machine } from './bench/bench-result.ts'
import { benchBoard } from './bench/board.ts'
import { benchExpiry } from './bench/expiry.ts'
import { benchInquiry } from './bench/inquiry.ts'
import { benchIntake } from './bench/intake.ts'
import { benchJournal } from './bench/journal.ts'
import { benchStart } from './bench/start.ts'
import { benchVerify } from './bench/verify.ts'

const groups = {
  start: benchStart,
  intake: benchIntake,
  journal: benchJournal,
  board: benchBoard,
  verify: benchVerify,
  inquiry: benchInquiry,
  expiry: benchExpiry,
  audit: benchAudit,
} as const
type Group = keyof typeof groups
const isGroup = (name: string): name is Group => Object.hasOwn(groups, name)

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !isGroup(name))
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.`)
  process.exit(2)
}
const chosen = asked.length > 0 ? asked.filter(isGroup) : (Object.keys(groups) as Group[])

console.error(machine)
for (const name of chosen) {
  for (const result of await groups[name]()) {
    console.log(lineOf(result))
    const bound = result.better === 'less' ? '<=' : '>='
    const verdict = isMet(result) ? 'met   ' : 'MISSED'
    console.error(
      `${verdict} ${result.name.padEnd(18)} ${result.value} ${result.unit} (target ${bound} ${result.target}) ${result.note ?? ''}`,
    )
  }
}
