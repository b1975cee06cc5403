import {
  changeDraft,
  correctArrest,
  reportArrest,
  saveDraft,
  searchArrests,
  sendDraft,
  viewArrest,
} from '@pars/contract'
import type { ArrestId } from '@pars/domain'
import { reportArrest as report } from '../arrests/report-arrest.ts'
import { changeDraft as change, saveDraft as save } from '../arrests/save-draft.ts'
import { withChargeIds } from '../arrests/write-version.ts'
import { sendReport } from '../charges/send-report.ts'
import { correctArrest as correct } from '../custody/correct-arrest.ts'
import { openRecord } from '../custody/open-record.ts'
import { searchArrests as search } from '../custody/search-arrests.ts'
import { act, open, type Route } from './route.ts'

const idOf = (params: { arrestId: string }): ArrestId => params.arrestId as ArrestId

/** Reports, their corrections, and the record. */
export const arrestRoutes: readonly Route[] = [
  act(saveDraft, save, ({ body }) => withChargeIds(body)),
  act(changeDraft, change, ({ params, body, version }) => ({
    arrestId: idOf(params),
    version,
    report: withChargeIds(body),
  })),
  act(sendDraft, sendReport, ({ params, version }) => ({ arrestId: idOf(params), version })),
  act(reportArrest, report, ({ body }) => withChargeIds(body)),
  act(correctArrest, correct, ({ params, body, version }) => ({
    arrestId: idOf(params),
    version,
    reason: body.reason,
    report: withChargeIds(body.report),
  })),
  open(
    viewArrest,
    openRecord,
    ({ params, query: { asof, compare, ...access } }) => ({
      arrestId: idOf(params),
      asOf: asof ?? null,
      withPrevious: compare === 'previous',
      access,
    }),
    ({ version }) => `"${version}"`,
  ),
  open(searchArrests, search, ({ query: { purpose, forWhom, cursor, limit, ...criteria } }) => ({
    criteria: {
      lastName: criteria.lastName,
      firstName: criteria.firstName,
      otn: criteria.otn,
      dcNumber: criteria.dcNumber,
      docketNumber: criteria.docketNumber,
      policeNumber: criteria.policeNumber,
      intakeNumber: criteria.intakeNumber,
    },
    cursor: cursor ?? null,
    limit,
    access: { purpose, forWhom },
  })),
]
