import { conditionKinds } from '@pars/domain'
import { useEffect, useRef } from 'react'
import { choicesOf } from '../../form/choices-of.ts'
import { Button, idOfPointer, Select, TextArea } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'
import { useHearing } from '../hearing-context.ts'
import type { OrderFields } from './read-order.ts'

const { order: words, conditions: kinds } = hearingWords
const choices = choicesOf(kinds).filter(({ value }) => conditionKinds.includes(value))

/** The conditions of the bond, each stated specifically (Rule 527). */
export const ConditionRows = () => {
  const { form, set } = useHearing()
  const { conditions } = form.order
  const focusOn = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!focusOn.current) return
    document.getElementById(focusOn.current)?.focus()
    focusOn.current = undefined
  })
  const put = (rows: OrderFields['conditions']) => set('order', { conditions: rows })
  const add = () => {
    focusOn.current = idOfPointer(`/conditions/${conditions.length}/kind`)
    put([...conditions, { kind: 'reporting', text: '' }])
  }
  const remove = (index: number) => {
    focusOn.current = index > 0 ? idOfPointer(`/conditions/${index - 1}/text`) : idOfPointer('/conditions')
    put(conditions.filter((_, at) => at !== index))
  }
  return (
    <fieldset className="usa-fieldset hearing-conditions">
      <legend className="usa-legend pars-legend">{words.conditions}</legend>
      <div className="hearing-conditions__rows">
        {conditions.map((condition, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no identity but its place on the bond.
          <div className="hearing-condition" key={index}>
            <Select
              label={words.conditionKind(index + 1)}
              pointer={`/conditions/${index}/kind`}
              value={condition.kind}
              choices={choices}
              onChange={kind => put(conditions.map((old, at) => (at === index ? { ...old, kind } : old)))}
            />
            <TextArea
              label={words.conditionText(index + 1)}
              pointer={`/conditions/${index}/text`}
              rows={1}
              value={condition.text}
              onChange={text => put(conditions.map((old, at) => (at === index ? { ...old, text } : old)))}
            />
            <Button look="quiet" label={words.removeCondition(index + 1)} onClick={() => remove(index)}>
              ✕
            </Button>
          </div>
        ))}
        <button type="button" id={idOfPointer('/conditions')} className="usa-button usa-button--unstyled" onClick={add}>
          {words.addCondition}
        </button>
      </div>
    </fieldset>
  )
}
