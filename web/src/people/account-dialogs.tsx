import { addAccount, changeAccount, endAccount } from '@pars/contract'
import { type ReactNode, useState } from 'react'
import { type FieldError, useAct } from '../api.ts'
import { showDone } from '../done.ts'
import { Button, Dialog, Form, TextArea, TextInput } from '../ui/ui.ts'
import { peopleWords } from '../words/people.ts'
import { roleWords } from '../words/words.ts'
import { AccountFields } from './account-fields.tsx'
import { type Account, blankAccount, fieldsOfAccount, readAccount, readChange } from './account-form.ts'

const { addDialog, changeDialog, endDialog, fields: words } = peopleWords

const Acts = ({ children, onClose }: { children: ReactNode; onClose: () => void }) => (
  <div className="pars-acts">
    {children}
    <Button look="quiet" onClick={onClose}>
      {peopleWords.cancel}
    </Button>
  </div>
)

interface AddDialogProps {
  people: readonly Account[]
  roles: readonly string[]
  onClose: () => void
}

/** Somebody of the identity provider gets a place in the seat. */
export const AddDialog = ({ people, roles, onClose }: AddDialogProps) => {
  const [fields, setFields] = useState(() => blankAccount(people))
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(addAccount, ({ receipt }) => {
    showDone({ words: addDialog.done(fields.displayName.trim(), roleWords(fields.role)), receipt })
    onClose()
  })
  const change = (part: Partial<typeof fields>) => setFields(now => ({ ...now, ...part }))
  const send = () => {
    const { body, errors: found } = readAccount(fields)
    setErrors(found)
    if (body) act.run({ body })
  }
  return (
    <Dialog title={addDialog.title} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <AccountFields fields={fields} roles={roles} onChange={change} />
        <TextInput
          label={words.issuer}
          hint={words.issuerHint}
          pointer="/issuer"
          value={fields.issuer}
          onChange={issuer => change({ issuer })}
        />
        <TextInput
          label={words.subject}
          hint={words.subjectHint}
          pointer="/subject"
          value={fields.subject}
          onChange={subject => change({ subject })}
        />
        <Acts onClose={onClose}>
          <Button type="submit" isRunning={act.isRunning}>
            {addDialog.send}
          </Button>
        </Acts>
      </Form>
    </Dialog>
  )
}

interface ChangeDialogProps {
  account: Account
  roles: readonly string[]
  onReload: () => void
  onClose: () => void
}

/** Name, role, badge, organization; never who the person is at the provider. */
export const ChangeDialog = ({ account, roles, onReload, onClose }: ChangeDialogProps) => {
  const [fields, setFields] = useState(() => fieldsOfAccount(account))
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(changeAccount, ({ receipt }) => {
    showDone({ words: changeDialog.done(fields.displayName.trim()), receipt })
    onClose()
  })
  const send = () => {
    const { body, errors: found } = readChange(fields)
    setErrors(found)
    if (body) act.run({ params: { accountId: account.accountId }, version: account.version, body })
  }
  return (
    <Dialog title={changeDialog.title(account.displayName)} onClose={onClose}>
      <Form
        onSubmit={send}
        errors={errors}
        problem={act.problem}
        onReload={act.problem?.status === 412 ? onReload : undefined}
      >
        <AccountFields fields={fields} roles={roles} onChange={part => setFields(now => ({ ...now, ...part }))} />
        <Acts onClose={onClose}>
          <Button type="submit" isRunning={act.isRunning}>
            {changeDialog.send}
          </Button>
        </Acts>
      </Form>
    </Dialog>
  )
}

/** An account ends with a reason; every sign-in of it stops at once. */
export const EndDialog = ({ account, onClose }: { account: Account; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(endAccount, ({ receipt }) => {
    showDone({ words: endDialog.done(account.displayName), receipt })
    onClose()
  })
  const send = () => {
    const isEmpty = reason.trim() === ''
    setErrors(isEmpty ? [{ pointer: '/reason', message: peopleWords.errors.reason }] : [])
    if (!isEmpty) act.run({ params: { accountId: account.accountId }, body: { reason: reason.trim() } })
  }
  return (
    <Dialog title={endDialog.title(account.displayName)} onClose={onClose}>
      <p>{endDialog.says}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          pointer="/reason"
          rows={2}
          value={reason}
          onChange={setReason}
        />
        <Acts onClose={onClose}>
          <Button type="submit" look="danger" isRunning={act.isRunning}>
            {endDialog.send}
          </Button>
        </Acts>
      </Form>
    </Dialog>
  )
}
