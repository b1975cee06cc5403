import { type ExportedAnswer, exportAnswer, membersOfClass, type PartnerRow } from '@pars/contract'
import { findRow } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import { collectAgain } from './ask.ts'
import { csvLine } from './csv.ts'
import { findDoor } from './find-asker.ts'
import { noSuchAgreement } from './inquiries.ts'
import { callFindInquiry, type OwnInquiryRow } from './partner.sql.ts'
import { presentExport } from './present-answer.ts'
import { refusalProblem } from './refusal.ts'
import { type PartnerRoute, page } from './route.ts'

const lists = new Set(['address', 'charges', 'docket', 'bail'])

type Column = readonly [title: string, value: (row: PartnerRow) => unknown]

/** One column for each field of a class, one for each list. */
const columnsOf = (classes: readonly string[]): Column[] =>
  classes.flatMap((name): Column[] => {
    const fieldOf = (row: PartnerRow): unknown => (row as Record<string, unknown>)[name]
    if (lists.has(name)) return [[name, fieldOf]]
    const members = [...(membersOfClass[name as keyof typeof membersOfClass] ?? [])]
    return members.map(member => [
      `${name}.${member}`,
      row => (fieldOf(row) as Record<string, unknown> | null | undefined)?.[member],
    ])
  })

const noticeTitles = ['file', 'as of', 'passing on', 'match'] as const

/** The page as CSV. Every line carries the notice: lines are cut out and mailed. */
export const csvOf = (exported: ExportedAnswer, classes: readonly string[]): string => {
  const { file, asOf, passOn, match } = exported.notice
  const notice = [file, asOf, passOn, match]
  const columns = columnsOf(classes)
  const rows = exported.rows.map(row => [row.match ?? '', ...columns.map(([, value]) => value(row)), ...notice])
  const empty = exported.say === null ? [] : [[exported.say, ...columns.map(() => ''), ...notice]]
  return [['matched', ...columns.map(([title]) => title), ...noticeTitles], ...rows, ...empty].map(csvLine).join('')
}

/** An answer again as a file. Each page is collected anew: at the end of the agreement the next one is refused, on record. */
export const exportRoute: PartnerRoute = page(exportAnswer, async ({ door, asker, parsed, reply }) => {
  const { agreement, format, from, officer } = parsed.query
  const agreementDoor = await findDoor(door, asker, agreement)
  if (agreementDoor === undefined) throw noSuchAgreement()
  const said = { purpose: '', cites: null, behalf: 'own unit', officer }
  const answered = await collectAgain(door, asker, { agreementDoor, token: parsed.params.token, said })
  const gone = new HttpProblem(404, 'not-found', 'No answer is held under this token any more. Ask again.')
  if (!answered) throw gone
  if (answered.kind === 'refused') throw refusalProblem(answered.term, answered.entryId)
  const own = await findRow<OwnInquiryRow & { [column: string]: unknown }>(
    door.pools.of(asker.partner),
    callFindInquiry(answered.inquiryId),
  )
  if (own?.unit !== asker.unit) throw gone
  const known = await door.termsOf(asker.partner, agreementDoor)
  if (known.exportable.size === 0) throw gone
  const exported = presentExport(door.settings.city.name, known, answered, from)
  if (format === 'csv') {
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="answer.csv"')
      .header('cache-control', 'no-store')
      .send(csvOf(exported, [...known.exportable]))
  }
  return exported
})
