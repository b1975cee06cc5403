import { type AnswerOf, fulfilObligation, listOwnObligations } from '@pars/contract'
import { cityDateOf, instantOf, stateOfDuty } from '@pars/domain'
import { useState } from 'react'
import { DutyMark } from '../../agreements/agreement/duties-part.tsx'
import { type FieldError, useAct } from '../../api.ts'
import { useCityMinute } from '../../clock.ts'
import { showDone } from '../../done.ts'
import { formatPlainDate } from '../../format.ts'
import { hexOf, sha256 } from '../../signing/digest.ts'
import { Button, ColumnHeads, Dialog, Field, Form, Loading, Page, Problem, TextArea } from '../../ui/ui.ts'
import { dutyWords } from '../../words/agreements.ts'
import { consoleWords } from '../../words/partner.ts'
import { newNonce } from '../nonce.ts'
import { useOwn, useOwnCall } from '../use-own.ts'
import { CaseForm } from './case-form.tsx'

const words = consoleWords.duties
type Duty = AnswerOf<typeof listOwnObligations>['obligations'][number]
const nameOf = ({ code }: Duty): string => dutyWords[code] ?? code

const FulfilDialog = ({ duty, onClose }: { duty: Duty; onClose: () => void }) => {
  const [evidence, setEvidence] = useState('')
  const [documentHash, setHash] = useState<string | null>(null)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(fulfilObligation, () => {
    showDone({ words: words.done, receipt: null })
    onClose()
  })
  const digest = async (file: File | undefined) =>
    setHash(file ? hexOf(await sha256(new Uint8Array(await file.arrayBuffer()))) : null)
  const send = () => {
    const isEmpty = evidence.trim() === ''
    setErrors(isEmpty ? [{ pointer: '/evidence', message: words.missing }] : [])
    const body = { evidence: evidence.trim(), documentHash, nonce: newNonce() }
    if (!isEmpty) act.run({ params: { obligationId: duty.obligationId }, body })
  }
  return (
    <Dialog title={words.dialogTitle(nameOf(duty))} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextArea
          label={words.evidence}
          hint={words.evidenceHint}
          pointer="/evidence"
          value={evidence}
          onChange={setEvidence}
        />
        <Field label={words.document} hint={words.documentHint} pointer="/documentHash" optional>
          {input => (
            <input
              {...input}
              className="usa-file-input"
              type="file"
              onChange={event => void digest(event.target.files?.[0])}
            />
          )}
        </Field>
        {documentHash && (
          <p className="console-quiet">
            {words.hash}: <code className="console-hash">{documentHash}</code>
          </p>
        )}
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

const Line = ({ duty, today, onFulfil }: { duty: Duty; today: string; onFulfil: (() => void) | undefined }) => (
  <tr>
    <td>
      <time dateTime={duty.dueOn}>{formatPlainDate(duty.dueOn)}</time>
    </td>
    <th scope="row">{nameOf(duty)}</th>
    <td data-label={words.columns.agreement}>{duty.agreement}</td>
    <td data-label={words.columns.state}>
      <DutyMark duty={duty} today={today} />
    </td>
    <td>
      {onFulfil && (
        <Button look="outline" size="row" label={words.actFor(nameOf(duty))} onClick={onFulfil}>
          {words.act}
        </Button>
      )}
    </td>
  </tr>
)

/** What the partner owes, by date, and its certificates that it was met; below, the cases that its purposes may cite. */
export const DutiesScreen = () => {
  const { own } = useOwn()
  const today = cityDateOf(instantOf(useCityMinute()))
  const [fulfilling, setFulfilling] = useState<Duty>()
  const { data, problem, reload } = useOwnCall(listOwnObligations)
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data) return <Page title={consoleWords.nav.duties}>{said ?? <Loading />}</Page>
  const { obligations } = data
  const count = (state: string) => obligations.filter(duty => stateOfDuty(duty) === state).length
  return (
    <Page title={words.title(count('open'), count('missed'))} tab={consoleWords.nav.duties}>
      {said}
      {obligations.length === 0 ? (
        <p className="console-quiet">{words.none}</p>
      ) : (
        <table className="pars-table">
          <caption className="usa-sr-only">{consoleWords.nav.duties}</caption>
          <ColumnHeads of={words.columns} />
          <tbody>
            {obligations.map(duty => (
              <Line
                key={duty.obligationId}
                duty={duty}
                today={today}
                onFulfil={
                  duty.fulfilledAt === null && own?.officer?.coordinator ? () => setFulfilling(duty) : undefined
                }
              />
            ))}
          </tbody>
        </table>
      )}
      {own && <CaseForm own={own} />}
      {fulfilling && <FulfilDialog duty={fulfilling} onClose={() => setFulfilling(undefined)} />}
    </Page>
  )
}
