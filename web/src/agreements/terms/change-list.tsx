import './terms.css'
import { compareTerms, type Terms, type TermsChange } from '@pars/terms'
import { agreementWords } from '../../words/agreements.ts'

const words = agreementWords

const countOf = (changes: readonly TermsChange[], direction: TermsChange['direction']): number =>
  changes.filter(change => change.direction === direction).length

/** What a newer version changes, in plain words: what widens stands first, in bold. */
export const ChangeList = ({ older, newer }: { older: Terms; newer: Terms }) => {
  const changes = compareTerms(older, newer)
  if (changes.length === 0) return <p>{words.versions.same}</p>
  return (
    <>
      <p>
        {words.change.counts(countOf(changes, 'widening'), countOf(changes, 'narrowing'), countOf(changes, 'other'))}
      </p>
      <ul className="terms-changes">
        {changes.map(({ direction, text, pointer }) => {
          const { words: said, mark } = words.change[direction]
          return (
            <li key={`${pointer} ${text}`} className={`terms-change terms-change--${direction}`}>
              <span className="terms-change__mark">
                <span aria-hidden="true">{mark}</span> {said}
              </span>{' '}
              <span className="terms-change__text">{text}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
