import { registerCase } from '@pars/contract'
import { type CitedKind, caseStatement, type PurposeCode } from '@pars/terms'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { useCity } from '../../clock.ts'
import { showDone } from '../../done.ts'
import { choicesOf } from '../../form/choices-of.ts'
import { readCityInstant } from '../../form/city-instant.ts'
import type { OpenedKey } from '../../signing/key-file.ts'
import { Button, DateInput, Form, Select, TextInput } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { consoleWords } from '../../words/partner.ts'
import { inWords } from '../ask/question-fields.tsx'
import { newNonce } from '../nonce.ts'
import type { Own } from '../use-own.ts'
import { KeyField } from './key-field.tsx'

const words = consoleWords.cases
type Kind = Exclude<CitedKind, 'none'>

const blank = { kind: '' as Kind | '', value: '', purpose: '', ends: '' }

const missing = (typed: typeof blank, isReal: boolean, key: OpenedKey | undefined): FieldError[] => [
  ...(typed.kind === '' ? [{ pointer: '/kind', message: words.errors.kind }] : []),
  ...(typed.value.trim() === '' ? [{ pointer: '/value', message: words.errors.value }] : []),
  ...(typed.purpose === '' ? [{ pointer: '/purpose', message: words.errors.purpose }] : []),
  ...(isReal ? [] : [{ pointer: '/endsAt', message: words.errors.ends }]),
  ...(key ? [] : [{ pointer: '/keyId', message: consoleWords.key.faults.missing }]),
]

/** A case that the unit registers under its signature before it asks: the second of the three tests of a purpose. */
export const CaseForm = ({ own }: { own: Own }) => {
  const { city } = useCity()
  const [typed, setTyped] = useState(blank)
  const [key, setKey] = useState<OpenedKey>()
  const [errors, setErrors] = useState<FieldError[]>([])
  const change = (part: Partial<typeof blank>) => setTyped(now => ({ ...now, ...part }))
  const act = useAct(registerCase, () => {
    showDone({ words: words.done, receipt: null })
    setTyped(blank)
  })
  const codes = [
    ...new Set(
      own.agreements.flatMap(({ purposes }) =>
        purposes.filter(({ suffices }) => suffices === 'registered').map(({ code }) => code),
      ),
    ),
  ]
  if (codes.length === 0 || !city) return null
  const send = async () => {
    const end = readCityInstant(typed.ends, '00:00')
    const found = missing(typed, end.kind === 'instant', key)
    setErrors(found)
    const { kind } = typed
    if (found.length > 0 || kind === '' || end.kind !== 'instant' || !key) return
    const said = { kind, value: typed.value.trim() }
    const purpose = typed.purpose as PurposeCode
    const statement = caseStatement({
      origin: city.log.origin,
      unit: own.unit.code,
      ...said,
      purpose,
      endsAt: end.instant,
    })
    const signature = await key.sign(statement)
    act.run({
      body: { case: said, purpose, endsAt: end.instant, statement, keyId: key.keyId, signature, nonce: newNonce() },
    })
  }
  return (
    <section className="console-case" aria-labelledby="case">
      <h2 className="pars-section__title" id="case">
        {words.title}
      </h2>
      <p className="console-quiet">{words.lead}</p>
      <Form onSubmit={() => void send()} errors={errors} problem={act.problem} label={words.title}>
        <div className="pars-line">
          <Select
            label={words.kind}
            pointer="/kind"
            value={typed.kind}
            empty="–"
            choices={choicesOf(words.kinds)}
            onChange={kind => change({ kind })}
          />
          <TextInput
            label={words.value}
            pointer="/value"
            value={typed.value}
            width="medium"
            onChange={value => change({ value })}
          />
        </div>
        <div className="pars-line">
          <Select
            label={words.purpose}
            pointer="/purpose"
            value={typed.purpose}
            empty="–"
            choices={codes.map(value => ({ value, words: inWords(draftWords.purposes, value) }))}
            onChange={purpose => change({ purpose })}
          />
          <DateInput label={words.ends} pointer="/endsAt" value={typed.ends} onChange={ends => change({ ends })} />
        </div>
        <KeyField opened={key} onOpen={setKey} />
        <div className="pars-acts">
          <Button type="submit" look="outline" isRunning={act.isRunning}>
            {words.send}
          </Button>
        </div>
      </Form>
    </section>
  )
}
