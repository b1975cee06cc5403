import { certifyOfficer, registerPartner, registerPartnerKey, registerUnit } from '@pars/contract'
import { useState } from 'react'
import { type FieldError, useAct } from '../api.ts'
import { showDone } from '../done.ts'
import { Acts, Checkbox, DateInput, Dialog, Form, TextInput } from '../ui/ui.ts'
import { partnerWords } from '../words/partners.ts'
import { blankOfficer, blankPartner, blankUnit, readKey, readOfficer, readPartner, readUnit } from './read-forms.ts'

const { dialogs: words } = partnerWords

/** A form's text fields by name, each under its label. */
const Texts = <F extends Record<string, string | boolean>>({
  form,
  names,
  said,
  onChange,
}: {
  form: F
  names: readonly (keyof F & string)[]
  said: Record<string, unknown>
  onChange: (change: Partial<F>) => void
}) =>
  names.map(name => (
    <TextInput
      key={name}
      label={String(said[name])}
      hint={said[`${name}Hint`] === undefined ? undefined : String(said[`${name}Hint`])}
      pointer={`/${name}`}
      value={String(form[name])}
      onChange={value => onChange({ [name]: value } as Partial<F>)}
    />
  ))

export const PartnerDialog = ({ onClose }: { onClose: () => void }) => {
  const [form, setForm] = useState(blankPartner)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(registerPartner, ({ receipt }) => {
    showDone({ words: words.partner.done(form.name.trim()), receipt })
    onClose()
  })
  const send = () => {
    const { body, errors: found } = readPartner(form)
    setErrors(found)
    if (body) act.run({ body })
  }
  const change = (part: Partial<typeof form>) => setForm(now => ({ ...now, ...part }))
  return (
    <Dialog title={words.partner.title} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Texts form={{ ...form }} names={['name', 'code']} said={words.partner} onChange={change} />
        <TextInput
          label={words.partner.ori}
          hint={words.partner.oriHint}
          pointer="/ori"
          value={form.ori}
          width="short"
          optional
          onChange={ori => change({ ori })}
        />
        <Acts cancel={words.cancel} send={words.partner.send} isRunning={act.isRunning} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

export const UnitDialog = ({ partnerId, onClose }: { partnerId: string; onClose: () => void }) => {
  const [form, setForm] = useState(blankUnit)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(registerUnit, ({ receipt }) => {
    showDone({ words: words.unit.done(form.name.trim()), receipt })
    onClose()
  })
  const send = () => {
    const { body, errors: found } = readUnit(form)
    setErrors(found)
    if (body) act.run({ params: { partnerId }, body })
  }
  const change = (part: Partial<typeof form>) => setForm(now => ({ ...now, ...part }))
  const said = { ...words.unit, code: words.partner.code, codeHint: words.partner.codeHint }
  return (
    <Dialog title={words.unit.title} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Texts form={{ ...form }} names={['name', 'code', 'function']} said={said} onChange={change} />
        <Checkbox
          pointer="/criminalJustice"
          words={words.unit.justice}
          hint={words.unit.justiceHint}
          checked={form.criminalJustice}
          onChange={criminalJustice => change({ criminalJustice })}
        />
        <Texts form={{ ...form }} names={['decidedBy', 'citation']} said={said} onChange={change} />
        <Acts cancel={words.cancel} send={words.unit.send} isRunning={act.isRunning} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

interface OfUnit {
  unitId: string
  unit: string
  onClose: () => void
}

export const OfficerDialog = ({ unitId, unit, onClose }: OfUnit) => {
  const [form, setForm] = useState(blankOfficer)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(certifyOfficer, ({ receipt }) => {
    showDone({ words: words.officer.done(form.displayName.trim()), receipt })
    onClose()
  })
  const send = () => {
    const { body, errors: found } = readOfficer(form)
    setErrors(found)
    if (body) act.run({ params: { unitId }, body })
  }
  const change = (part: Partial<typeof form>) => setForm(now => ({ ...now, ...part }))
  return (
    <Dialog title={words.officer.title(unit)} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Texts form={{ ...form }} names={['displayName', 'issuer', 'subject']} said={words.officer} onChange={change} />
        <DateInput
          label={words.officer.until}
          hint={words.officer.untilHint}
          pointer="/certifiedUntil"
          value={form.until}
          onChange={until => change({ until })}
        />
        <Checkbox
          pointer="/coordinator"
          words={words.officer.coordinator}
          hint={words.officer.coordinatorHint}
          checked={form.coordinator}
          onChange={coordinator => change({ coordinator })}
        />
        <Acts cancel={words.cancel} send={words.officer.send} isRunning={act.isRunning} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

export const KeyDialog = ({ unitId, unit, onClose }: OfUnit) => {
  const [publicKey, setPublicKey] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(registerPartnerKey, ({ receipt }) => {
    showDone({ words: words.key.done, receipt })
    onClose()
  })
  const send = () => {
    const { body, errors: found } = readKey(publicKey)
    setErrors(found)
    if (body) act.run({ params: { unitId }, body })
  }
  return (
    <Dialog title={words.key.title(unit)} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextInput
          label={words.key.publicKey}
          hint={words.key.publicKeyHint}
          pointer="/publicKey"
          value={publicKey}
          onChange={setPublicKey}
        />
        <Acts cancel={words.cancel} send={words.key.send} isRunning={act.isRunning} onClose={onClose} />
      </Form>
    </Dialog>
  )
}
