import { correctArrest, liftHold, recordHold, reportArrest, saveDraft, sendDraft } from '@pars/contract'
import type { Deed } from '../../plan/act.ts'
import { subjectOf } from '../accounts.ts'
import { known } from '../case-ids.ts'
import { type Request, request, type Setting } from './request.ts'

type Of<K extends Deed['kind']> = Extract<Deed, { kind: K }>

const arrestParams = ({ ids }: Setting) => ({ arrestId: known(ids.arrestId, 'arrest') })

const learnVersion =
  ({ ids }: Setting) =>
  ({ arrestId, version }: { arrestId: string; version: number }): void => {
    ids.arrestId = arrestId
    ids.version = version
  }

export const draftRequest = (setting: Setting): Request =>
  request(saveDraft, subjectOf.draft, { body: setting.course.report, learn: learnVersion(setting) })

export const sendRequest = (setting: Setting): Request =>
  request(sendDraft, subjectOf.send, {
    params: arrestParams(setting),
    version: setting.ids.version,
    learn: learnVersion(setting),
  })

export const reportRequest = (setting: Setting): Request =>
  request(reportArrest, subjectOf.report, {
    body: setting.course.report,
    learn(answer) {
      learnVersion(setting)(answer)
      setting.ids.policeChargeIds = answer.policeChargeIds
    },
  })

/** The whole paper again with a longer narrative. An SSN that is not given leaves the one on file. */
export const correctRequest = ({ reason, narrative }: Of<'correct'>, setting: Setting): Request => {
  const { report } = setting.course
  const charges = report.charges.map((charge, position) => ({
    ...charge,
    policeChargeId: known(setting.ids.policeChargeIds[position], 'police charge'),
  }))
  return request(correctArrest, subjectOf.correct, {
    params: arrestParams(setting),
    version: setting.ids.version,
    body: { reason, report: { ...report, person: { ...report.person, ssn: null }, charges, narrative } },
    learn: learnVersion(setting),
  })
}

export const holdRequest = ({ body }: Of<'hold'>, setting: Setting): Request =>
  request(recordHold, subjectOf.hold, {
    params: arrestParams(setting),
    body,
    learn({ holdId }) {
      setting.ids.holdId = holdId
    },
  })

export const liftHoldRequest = ({ reason }: Of<'lift-hold'>, { ids }: Setting): Request =>
  request(liftHold, subjectOf['lift-hold'], { params: { holdId: known(ids.holdId, 'hold') }, body: { reason } })
