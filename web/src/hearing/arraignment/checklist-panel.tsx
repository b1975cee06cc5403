import { Checkboxes } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'
import { useHearing } from '../hearing-context.ts'
import { Panel } from '../panel.tsx'
import { type Item, itemsOf } from './read-arraignment.ts'

const { checklist: words, items: itemWords } = hearingWords

const progressOf = (items: readonly Item[]): string => {
  const required = items.filter(({ standing }) => standing === 'required')
  return words.done(required.filter(({ ticked }) => ticked).length, required.length)
}

const hintOf = ({ standing }: Item): { hint: string } | undefined =>
  standing === 'later' ? { hint: words.later } : standing === 'optional' ? { hint: words.optional } : undefined

/** What Rule 540 asks in this case, each ticked as it is done. */
export const ChecklistEntry = () => {
  const { record, form, set } = useHearing()
  const items = itemsOf(record.report, form.arraignment)
  return (
    <Panel title={words.title} owner="court" aside={<span aria-live="polite">{progressOf(items)}</span>}>
      <div className="hearing-checks hearing-nolegend">
        <Checkboxes
          label={words.title}
          pointer="/checklist"
          value={form.arraignment.checklist}
          onChange={checklist => set('arraignment', { checklist })}
          choices={items.map(item => ({ value: item.item, words: itemWords[item.item], ...hintOf(item) }))}
        />
      </div>
    </Panel>
  )
}

/** The same as text: for whom it is not to tick, and for ever after the hearing. */
export const ChecklistText = () => {
  const { record, docket, form } = useHearing()
  const held = docket.arraignment
  const fields = held
    ? {
        ...form.arraignment,
        checklist: held.checklist,
        probableCause: held.probableCause,
        defenseName: held.defenseName ?? '',
      }
    : form.arraignment
  const items = itemsOf(record.report, fields)
  return (
    <Panel title={words.title} owner="court" aside={held ? progressOf(items) : words.none}>
      <ul className="hearing-ticks">
        {items.map(({ item, ticked }) => (
          <li key={item} className={ticked ? '' : 'hearing-quiet'}>
            <span aria-hidden="true">{ticked ? '✓' : '–'}</span> {itemWords[item]}
            <span className="usa-sr-only">: {ticked ? words.ticked : words.notTicked}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
