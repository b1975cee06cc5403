import { type ArrestRecord, enterRecordOrder } from '@pars/contract'
import {
  acceptRecordOrder,
  isGroundOf,
  isRefused,
  type OrderAct,
  type OrderGround,
  type orderGroundNames,
  type PlainDate,
  parsePlainDate,
  type SealReader,
} from '@pars/domain'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type FieldError, useAct } from '../api.ts'
import { showDone } from '../done.ts'
import { choicesOf } from '../form/choices-of.ts'
import { pointerOf } from '../form/pointer-of.ts'
import { Button, Checkboxes, type Choice, DateInput, Form, Radios, Select, TextInput } from '../ui/ui.ts'
import { groundWords, orderActWords, orderWords, readerWords } from '../words/orders.ts'

const { record: words } = orderWords
const { fields: labels, missing } = words

interface Fields {
  act: OrderAct | ''
  orderNumber: string
  orderedOn: string
  judge: string
  ground: OrderGround | ''
  scope: 'whole' | 'some'
  charges: string[]
  readers: SealReader[]
}
const blank: Fields = {
  act: '',
  orderNumber: '',
  orderedOn: '',
  judge: '',
  ground: '',
  scope: 'whole',
  charges: [],
  readers: [],
}

/** Charges as they stand: the prosecutor's where it has decided, those that it declined, else what police recommended. */
const chargesOf = ({ report, charging }: ArrestRecord): Choice[] => {
  const decided = charging.decision?.charges ?? []
  const taken = new Set(decided.map(({ policeChargeId }) => policeChargeId))
  return [
    ...decided.map(({ chargeId, statute, description }) => ({ value: chargeId, words: `${statute} ${description}` })),
    ...report.charges
      .filter(({ policeChargeId }) => !taken.has(policeChargeId))
      .map(({ policeChargeId, statute, description }) => ({
        value: policeChargeId,
        words: `${statute} ${description}`,
      })),
  ]
}

/** Whether the order may be about single charges. */
const isByCharge = (act: OrderAct | ''): boolean => act === '' || act === 'expunge' || act === 'limit'

const findMissing = (fields: Fields): FieldError[] => [
  ...(fields.act === '' ? [{ pointer: '/act', message: missing.act }] : []),
  ...(fields.orderNumber.trim() === '' ? [{ pointer: '/orderNumber', message: missing.orderNumber }] : []),
  ...(parsePlainDate(fields.orderedOn) ? [] : [{ pointer: '/orderedOn', message: missing.orderedOn }]),
  ...(fields.judge.trim() === '' ? [{ pointer: '/judge', message: missing.judge }] : []),
  ...(fields.ground === '' ? [{ pointer: '/ground', message: missing.ground }] : []),
  ...(isByCharge(fields.act) && fields.scope === 'some' && fields.charges.length === 0
    ? [{ pointer: '/charges', message: missing.charges }]
    : []),
]

const readOrder = (fields: Fields, act: OrderAct, ground: OrderGround) => ({
  orderNumber: fields.orderNumber.trim(),
  orderedOn: fields.orderedOn as PlainDate,
  judge: fields.judge.trim(),
  act,
  ground,
  charges: isByCharge(act) && fields.scope === 'some' ? fields.charges : null,
  readers: act === 'seal' ? fields.readers : [],
})

/** Enters an order as the paper says it. The rule is asked here too; what it says stands beside the field. */
export const OrderForm = ({ record }: { record: ArrestRecord }) => {
  const navigate = useNavigate()
  const [fields, setFields] = useState(blank)
  const [errors, setErrors] = useState<FieldError[]>([])
  const change = (part: Partial<Fields>) => setFields(now => ({ ...now, ...part }))
  const act = useAct(enterRecordOrder, ({ orderId, receipt }) => {
    showDone({ words: words.done, receipt })
    void navigate({ to: '/orders/$orderId', params: { orderId } })
  })
  const charges = chargesOf(record)
  const send = () => {
    const found = findMissing(fields)
    setErrors(found)
    if (found.length > 0 || fields.act === '' || fields.ground === '') return
    const body = readOrder(fields, fields.act, fields.ground)
    const decision = acceptRecordOrder(
      {
        numbersOfCase: [
          ...(record.report.otn === null ? [] : [record.report.otn]),
          ...record.dockets.map(({ docketNumber }) => docketNumber),
        ],
        charges: charges.map(({ value }) => [value]),
        numberUsed: false,
        // What is on the record only the server knows.
        inForce: { limit: true, seal: true },
        today: body.orderedOn,
      },
      body,
    )
    if (isRefused(decision)) return setErrors([{ pointer: pointerOf(decision.at), message: decision.say }])
    act.run({ params: { arrestId: record.arrestId }, body })
  }
  const grounds = choicesOf(groundWords).filter(
    ({ value }) => fields.act === '' || isGroundOf(value as (typeof orderGroundNames)[number], fields.act),
  )
  return (
    <section className="orders-part orders-form">
      <h2>{words.enter}</h2>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Radios
          label={labels.act}
          hint={labels.actHint}
          pointer="/act"
          value={fields.act}
          choices={choicesOf(orderActWords)}
          onChange={value => change({ act: value, ground: '' })}
        />
        <TextInput
          label={labels.orderNumber}
          hint={labels.orderNumberHint}
          pointer="/orderNumber"
          value={fields.orderNumber}
          onChange={orderNumber => change({ orderNumber })}
        />
        <DateInput
          label={labels.orderedOn}
          pointer="/orderedOn"
          value={fields.orderedOn}
          onChange={orderedOn => change({ orderedOn })}
        />
        <TextInput label={labels.judge} pointer="/judge" value={fields.judge} onChange={judge => change({ judge })} />
        <Select
          label={labels.ground}
          pointer="/ground"
          value={fields.ground}
          empty={labels.chooseGround}
          choices={grounds}
          onChange={ground => change({ ground })}
        />
        {isByCharge(fields.act) && (
          <Radios
            label={labels.scope}
            pointer="/scope"
            value={fields.scope}
            choices={[
              { value: 'whole', words: labels.scopeWhole },
              { value: 'some', words: labels.scopeSome },
            ]}
            onChange={scope => change({ scope })}
          />
        )}
        {isByCharge(fields.act) && fields.scope === 'some' && (
          <Checkboxes
            label={labels.charges}
            pointer="/charges"
            value={fields.charges}
            choices={charges}
            onChange={chosen => change({ charges: chosen })}
          />
        )}
        {fields.act === 'seal' && (
          <Checkboxes
            label={labels.readers}
            pointer="/readers"
            value={fields.readers}
            choices={choicesOf(readerWords)}
            onChange={readers => change({ readers })}
          />
        )}
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.send}
          </Button>
        </div>
      </Form>
    </section>
  )
}
