import type { Problem } from '@pars/contract'
import { numberOfSection, sectionNames, sectionOf } from '@pars/terms'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button, Receipt } from '../../ui/ui.ts'
import { consoleWords } from '../../words/partner.ts'
import { InquiryReceipt } from '../inquiry-receipt.tsx'

const words = consoleWords.refusal

interface RefusalViewProps {
  refusal: Problem & { term: string }
  onAgain: () => void
}

/** A "no" of the agreement: in a sentence, by its term, and where it stands. It is on record already. */
export const RefusalView = ({ refusal, onAgain }: RefusalViewProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again.
  useEffect(() => heading.current?.focus(), [refusal])
  const section = refusal.section ? sectionOf(refusal.section) : undefined
  const sentence =
    refusal.term === 'question-not-granted' && section ? words.noQuestion(numberOfSection(section)) : refusal.detail
  return (
    <section className="console-refusal" aria-labelledby="refusal" data-term={refusal.term}>
      <h2 id="refusal" tabIndex={-1} ref={heading}>
        {sentence}
      </h2>
      <p>
        {section ? words.section(numberOfSection(section), sectionNames[section]) : words.noSection}{' '}
        {section && <Link to="/partner/terms">{words.read}</Link>}
      </p>
      <p className="console-quiet">
        {words.term}: <code>{refusal.term}</code>. {words.recorded}{' '}
        {refusal.entryId && <Receipt key={refusal.entryId} receipt={{ entryId: refusal.entryId, number: null }} />}
      </p>
      {refusal.entryId && <InquiryReceipt key={`receipt ${refusal.entryId}`} entryId={refusal.entryId} />}
      <div className="pars-acts">
        <Button look="outline" onClick={onAgain}>
          {consoleWords.ask.again}
        </Button>
      </div>
    </section>
  )
}
