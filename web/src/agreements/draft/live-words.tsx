import type { ParsedTerms, Terms } from '@pars/terms'
import { useRef } from 'react'
import { agreementWords } from '../../words/agreements.ts'
import { draftWords } from '../../words/draft.ts'
import { ChangeList } from '../terms/change-list.tsx'
import { Summary } from '../terms/summary.tsx'
import { TermsList } from '../terms/terms-list.tsx'

const words = draftWords.live

/** What the terms say while they are typed: what is still to settle, then the summary, changes and all sentences of the last complete state. */
export const LiveWords = ({ parsed, before }: { parsed: ParsedTerms; before: Terms | null }) => {
  const last = useRef<Terms | undefined>(undefined)
  if (parsed.kind === 'parsed') last.current = parsed.terms
  const terms = last.current
  return (
    <aside className="draft-live" aria-label={words.title}>
      {parsed.kind === 'faulty' && (
        <section className="draft-faults" aria-live="polite">
          <h2 className="draft-part__title">{words.faults(parsed.faults.length)}</h2>
          <ul>
            {parsed.faults.map(({ pointer, say }) => (
              <li key={`${pointer} ${say}`}>{say}</li>
            ))}
          </ul>
          {terms && <p className="agreements-quiet">{words.last}</p>}
        </section>
      )}
      {terms && (
        <>
          <Summary terms={terms} title={words.title} />
          {before && (
            <section>
              <h2 className="pars-section__title">{words.changes(before.version)}</h2>
              <ChangeList older={before} newer={terms} />
            </section>
          )}
          <details className="agreements-more">
            <summary>{words.all}</summary>
            <TermsList terms={terms} />
          </details>
        </>
      )}
      {!terms && parsed.kind === 'faulty' && <p className="agreements-quiet">{agreementWords.terms.lead}</p>}
    </aside>
  )
}
