import { bondPaper, complaintPaper, type Endpoint } from '@pars/contract'
import type { ComplaintId, DocketId } from '@pars/domain'
import type { JournaledRead } from '../access/journaled-read.ts'
import { awaitNumbers } from '../papers/await-numbers.ts'
import type { Proof } from '../papers/caption.ts'
import { composeBond } from '../papers/compose-bond.ts'
import { composeComplaint } from '../papers/compose-complaint.ts'
import { drawPaper } from '../papers/draw-paper.ts'
import type { Paper } from '../papers/paper.ts'
import { printBond } from '../papers/print-bond.ts'
import { printComplaint } from '../papers/print-complaint.ts'
import type { Printed } from '../papers/printing.ts'
import { readerOf } from '../readers.ts'
import { type Parsed, parseRequest } from './parse.ts'
import { type Asked, type Route, refusalProblem } from './route.ts'

interface Press<I, F> {
  readonly print: JournaledRead<I, Printed<F>>
  readonly compose: (facts: F, proof: Proof) => Paper
}

const proofOf = async ({ runtime, actor }: Asked, printed: Printed<unknown>, printEntry: string): Promise<Proof> => {
  const { actEntry, printedBy, printedAt } = printed
  const numbers = await awaitNumbers(runtime.doors[readerOf(actor).door], [actEntry, printEntry])
  return {
    city: runtime.city,
    actEntry,
    actNumber: numbers.get(actEntry) ?? null,
    printEntry,
    printNumber: numbers.get(printEntry) ?? null,
    printedBy,
    printedAt,
  }
}

/** An endpoint that hands out a PDF. The entry is committed before the paper is drawn; the file's name holds a number and no person. */
const press = <E extends Endpoint, I, F>(
  endpoint: E,
  { print, compose }: Press<I, F>,
  inputOf: (parsed: Parsed<E>) => I,
): Route => ({
  endpoint,
  async handle(asked) {
    const shown = await print.run(asked.runtime, asked.actor, inputOf(parseRequest(endpoint, asked.request)))
    if (shown.kind === 'refused') throw refusalProblem(endpoint, shown)
    if (shown.entryId === null) throw new Error('a paper was printed without an entry')
    const paper = compose(shown.answer.facts, await proofOf(asked, shown.answer, shown.entryId))
    asked.reply
      .header('content-type', endpoint.produces)
      .header(
        'content-disposition',
        `inline; filename="${paper.title.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.pdf"`,
      )
      .header('cache-control', 'no-store')
      // The policy for pages keeps some browsers' own viewers from opening a paper, and a paper runs nothing.
      .header('content-security-policy', "frame-ancestors 'none'")
    return drawPaper(paper)
  },
})

export const paperRoutes: readonly Route[] = [
  press(complaintPaper, { print: printComplaint, compose: composeComplaint }, ({ params, query }) => ({
    complaintId: params.complaintId as ComplaintId,
    access: query,
  })),
  press(bondPaper, { print: printBond, compose: composeBond }, ({ params, query }) => ({
    docketId: params.docketId as DocketId,
    access: query,
  })),
]
