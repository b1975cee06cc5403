import { serveNotice } from '@pars/contract'
import { seatNoticeKinds } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { formatDay } from '../../format.ts'
import { Button, Checkbox, DateInput, Dialog, Form, Select, TextArea, TextInput } from '../../ui/ui.ts'
import { agreementWords, noticeKindWords } from '../../words/agreements.ts'
import { letterWords as words } from '../../words/letter.ts'
import type { Agreement } from './duty-state.ts'
import { blankLetter, type LetterForm, readLetter } from './serve-letter.ts'

const kinds = seatNoticeKinds.map(value => ({ value, words: noticeKindWords[value] }))

interface FieldsProps {
  form: LetterForm
  agreement: Agreement
  onChange: (change: Partial<LetterForm>) => void
}

const Fields = ({ form, agreement, onChange }: FieldsProps) => {
  const received = agreement.notices.filter(({ servedBy }) => servedBy === 'partner')
  return (
    <>
      <Select
        label={words.kind}
        pointer="/kind"
        value={form.kind}
        empty={words.chooseKind}
        choices={kinds}
        onChange={kind => onChange({ kind })}
      />
      <TextInput
        label={words.recipient}
        pointer="/recipient"
        value={form.recipient}
        onChange={recipient => onChange({ recipient })}
      />
      {received.length > 0 && (
        <Select
          label={words.repliesTo}
          pointer="/repliesTo"
          value={form.repliesTo}
          optional
          empty={words.repliesToNone}
          choices={received.map(each => ({
            value: each.noticeId,
            words: `${formatDay(each.servedAt)}: ${each.subject}`,
          }))}
          onChange={repliesTo => onChange({ repliesTo })}
        />
      )}
      <TextInput
        label={words.subject}
        pointer="/subject"
        value={form.subject}
        onChange={subject => onChange({ subject })}
      />
      <TextArea label={words.body} pointer="/body" rows={7} value={form.body} onChange={body => onChange({ body })} />
      <DateInput
        label={words.dueOn}
        hint={words.dueOnHint}
        pointer="/replyDueAt"
        value={form.dueOn}
        optional
        onChange={dueOn => onChange({ dueOn })}
      />
      <Checkbox
        pointer="/released"
        words={words.released}
        hint={words.releasedHint}
        checked={form.released}
        onChange={released => onChange({ released })}
      />
    </>
  )
}

/** Serves a notice or letter on the partner. Its date is the act: periods of notice are counted from it. */
export const ServeDialog = ({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) => {
  const [form, setForm] = useState(blankLetter)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(serveNotice, ({ receipt }) => {
    showDone({ words: words.done(agreement.partner), receipt })
    onClose()
  })
  const send = () => {
    const { body, errors: found } = readLetter(form)
    setErrors(found)
    if (body) act.run({ params: { agreementId: agreement.agreementId }, body })
  }
  return (
    <Dialog title={words.title(agreement.partner)} onClose={onClose}>
      <p>{words.says}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Fields form={form} agreement={agreement} onChange={change => setForm(now => ({ ...now, ...change }))} />
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {agreementWords.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
