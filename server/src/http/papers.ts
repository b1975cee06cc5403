import { bondPaper, complaintPaper } from '@pars/contract'
import type { ComplaintId, DocketId } from '@pars/domain'
import { doorOf } from '../db/transaction.ts'
import { awaitNumbers } from '../papers/await-numbers.ts'
import type { Proof } from '../papers/caption.ts'
import { composeBond } from '../papers/compose-bond.ts'
import { composeComplaint } from '../papers/compose-complaint.ts'
import { drawPaper } from '../papers/draw-paper.ts'
import type { Paper } from '../papers/paper.ts'
import { printBond } from '../papers/print-bond.ts'
import { printComplaint } from '../papers/print-complaint.ts'
import type { Printing } from '../papers/record-printing.ts'
import { parseRequest } from './parse.ts'
import { type Asked, answerOf, mustBeSignedIn, type Route } from './route.ts'

interface Printed {
  readonly printing: Printing
  readonly actEntry: string
}

const proofOf = async ({ runtime, actor }: Asked, { printing, actEntry }: Printed): Promise<Proof> => {
  const pool = runtime.doors[doorOf(mustBeSignedIn(actor).party)]
  const numbers = await awaitNumbers(pool, [actEntry, printing.entryId])
  return {
    actEntry,
    actNumber: numbers.get(actEntry) ?? null,
    printEntry: printing.entryId,
    printNumber: numbers.get(printing.entryId) ?? null,
    printedBy: printing.printedBy,
    printedAt: printing.printedAt,
  }
}

/** The file's name holds a number and no person. */
const send = async ({ reply }: Asked, paper: Paper): Promise<Buffer> => {
  const name = paper.title.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()
  reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('cache-control', 'no-store')
  return drawPaper(paper)
}

const complaint: Route = {
  endpoint: complaintPaper,
  async handle(asked) {
    const actor = mustBeSignedIn(asked.actor)
    const { params } = parseRequest(complaintPaper, asked.request)
    const outcome = await printComplaint.run(asked.runtime, actor, { complaintId: params.complaintId as ComplaintId })
    const printed = answerOf(complaintPaper, outcome)
    return send(asked, composeComplaint(printed.facts, await proofOf(asked, printed)))
  },
}

const bond: Route = {
  endpoint: bondPaper,
  async handle(asked) {
    const actor = mustBeSignedIn(asked.actor)
    const { params } = parseRequest(bondPaper, asked.request)
    const outcome = await printBond.run(asked.runtime, actor, { docketId: params.docketId as DocketId })
    const printed = answerOf(bondPaper, outcome)
    return send(asked, composeBond(printed.facts, await proofOf(asked, printed)))
  },
}

export const paperRoutes: Route[] = [complaint, bond]
