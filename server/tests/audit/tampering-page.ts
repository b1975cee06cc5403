import { auditFaults } from '@pars/domain'
import { tamperings } from './tamperings.ts'

const finders = (inFiles: boolean): string => (inFiles ? 'audit, `verify-log`, second verifier' : 'audit')
const names = (finds: readonly string[]): string => finds.map(name => `\`${name}\``).join(', ')

/** docs/tampering.md: the kinds that the tests do, and by what name each is found. */
export const tamperingPage = (): string => `# Tampering, and who finds it

Each kind below is done by a test (\`server/tests/audit/tampering.test.ts\`) as a superuser of PostgreSQL with every wall open, some with the log's own key stolen, and then looked for. The *audit* is \`npx pars audit\` with the checkpoint that a
cosigner kept. Where the published files of the log show it, with that same checkpoint, so do \`npx pars verify-log\` and the second verifier in Python, which shares no code with us.

| Kind | Found by | As |
|---|---|---|
${tamperings.map(({ kind, finds, inFiles }) => `| ${kind} | ${finders(inFiles)} | ${names(finds)} |`).join('\n')}

What one byte changed anywhere in a log's files does is tried at random: 2,000 random logs in the gate, each without a false alarm and each with one bit flipped (\`packages/ledger/tests/histories.test.ts\`; \`npm run histories\` takes 10,000).

## What the names mean
| Name | In plain words |
|---|---|
${Object.entries(auditFaults)
  .map(([name, words]) => `| \`${name}\` | ${words} |`)
  .join('\n')}

## What is refused before it is found
An agreement that an administrator puts in force by forged votes answers nothing: no cosigner confirms its entry, and until two of three have, the database refuses each question by \`agreement-unconfirmed\` (\`inquiry.is_activation_confirmed\`, tried in
\`cli/tests/cosigner/whole-way.test.ts\`). Who forges the rows that say what the cosigners confirmed gets answers, until the next audit: it verifies each cosignature and misses those that were never given (\`cosignature-missing\`, \`cosignature-wrong\`), beside the
votes themselves. The partner finds it sooner: its receipts need two cosignatures, which only the cosigners' own keys make.

## What nobody finds
A history rewritten whole by who holds the log's key, where no checkpoint was kept anywhere else. A lie that was entered as an act by somebody who might. What was done to a row and undone before the next audit.
`
