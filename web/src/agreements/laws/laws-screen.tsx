import '../agreements.css'
import { type AnswerOf, listConstraints, recordConstraint } from '@pars/contract'
import { cityDateOf, instantOf, seats } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useAct, useCall } from '../../api.ts'
import { useCityMinute } from '../../clock.ts'
import { showDone } from '../../done.ts'
import { formatDay, formatPlainDate } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Gate } from '../../shell/gate.tsx'
import {
  Button,
  Checkboxes,
  ColumnHeads,
  DateInput,
  Dialog,
  Empty,
  Form,
  Loading,
  Page,
  Problem,
  TextArea,
  TextInput,
} from '../../ui/ui.ts'
import { seatWords } from '../../words/agreements.ts'
import { lawWords as words } from '../../words/laws.ts'
import { bindsOn, blankLaw, readLaw } from './read-law.ts'

type Law = AnswerOf<typeof listConstraints>['constraints'][number]

const AddDialog = ({ onClose }: { onClose: () => void }) => {
  const [form, setForm] = useState(blankLaw)
  const [errors, setErrors] = useState<FieldError[]>([])
  const change = (part: Partial<typeof form>) => setForm(now => ({ ...now, ...part }))
  const act = useAct(recordConstraint, ({ receipt }) => {
    showDone({ words: words.dialog.done(form.citation.trim()), receipt })
    onClose()
  })
  const send = () => {
    const { body, errors: found } = readLaw(form)
    setErrors(found)
    if (body) act.run({ body })
  }
  return (
    <Dialog title={words.dialog.title} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextInput
          label={words.dialog.citation}
          pointer="/citation"
          value={form.citation}
          onChange={citation => change({ citation })}
        />
        <TextArea label={words.dialog.text} pointer="/text" value={form.text} onChange={text => change({ text })} />
        <Checkboxes
          label={words.dialog.binds}
          pointer="/binds"
          value={form.binds}
          choices={seats.map(value => ({ value, words: seatWords[value] }))}
          inline
          onChange={binds => change({ binds })}
        />
        <div className="pars-line">
          <DateInput
            label={words.dialog.from}
            pointer="/effectiveFrom"
            value={form.from}
            onChange={from => change({ from })}
          />
          <DateInput
            label={words.dialog.to}
            pointer="/effectiveTo"
            value={form.to}
            optional
            onChange={to => change({ to })}
          />
        </div>
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.dialog.send}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

const Line = ({ law }: { law: Law }) => (
  <tr>
    <th scope="row">
      {law.citation}
      <p className="laws-text">{law.text}</p>
    </th>
    <td data-label={words.columns.binds}>{law.binds.map(seat => seatWords[seat]).join(', ')}</td>
    <td data-label={words.columns.from}>{formatPlainDate(law.effectiveFrom)}</td>
    <td data-label={words.columns.to}>{law.effectiveTo ? formatPlainDate(law.effectiveTo) : words.noEnd}</td>
    <td data-label={words.columns.by}>{words.by(law.madeBy, formatDay(law.madeAt))}</td>
  </tr>
)

const Listed = () => {
  const { may } = useMe()
  const today = cityDateOf(instantOf(useCityMinute()))
  const [isAdding, setAdding] = useState(false)
  const { data, problem, reload } = useCall(listConstraints)
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data) return <Page title={words.pageTitle}>{said ?? <Loading />}</Page>
  const { constraints } = data
  return (
    <Page
      title={words.title(constraints.filter(law => bindsOn(law, today)).length)}
      tab={words.tab}
      action={may('constraint.record') && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      {said}
      <p>{words.lead}</p>
      {constraints.length === 0 ? (
        <Empty title={words.empty}>{words.emptyDetail}</Empty>
      ) : (
        <table className="pars-table laws-table">
          <caption className="usa-sr-only">{words.pageTitle}</caption>
          <ColumnHeads of={words.columns} />
          <tbody>
            {constraints.map(law => (
              <Line key={law.constraintId} law={law} />
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** Laws that bind named seats, as data with their dates. */
export const LawsScreen = () => (
  <Gate permissions={['agreement.view']} screen={words.pageTitle} chair={words.chair}>
    <Listed />
  </Gate>
)
