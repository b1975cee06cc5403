import { recordWords } from '../../words/words.ts'
import { earlierText, type Fact } from './fact.ts'

const words = recordWords.asOf

interface FactListProps<Of> {
  facts: readonly Fact<Of>[]
  now: Of
  /** The same thing in the version before; undefined where nothing is compared. */
  before?: Of | undefined
}

/** Marks what a version changed: a shape, a word, and what it said before. */
export const Changed = ({ was }: { was: string }) => (
  <span className="record-changed">
    <span aria-hidden="true">◆ </span>
    {words.marked}, {was === '' ? words.wasEmpty : words.was(was)}
  </span>
)

/** Facts in words. A line that the reader's seat is not given, or that the paper does not have, is not there. */
export const FactList = <Of,>({ facts, now, before }: FactListProps<Of>) => (
  <dl className="record-facts">
    {facts.map(fact => {
      const text = fact.of(now)
      const was = earlierText(fact, before, now)
      if (text === null && was === undefined) return null
      return (
        <div key={fact.label} className={was === undefined ? undefined : 'record-facts__changed'}>
          <dt>{fact.label}</dt>
          <dd className={fact.isProse ? 'record-prose' : undefined}>
            {text}
            {was !== undefined && <Changed was={was} />}
          </dd>
        </div>
      )
    })}
  </dl>
)
