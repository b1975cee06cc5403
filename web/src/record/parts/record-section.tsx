import type { Party } from '@pars/domain'
import { type ReactNode, useId } from 'react'
import { Owner } from '../../ui/ui.ts'
import { recordWords } from '../../words/words.ts'
import type { Part } from '../version/changed-parts.ts'
import { useVersion } from '../version/version-context.ts'

interface RecordSectionProps {
  title: string
  /** Whose facts these are. */
  owner: Party
  /** The parts shown here; the heading says when the version changed one of them. */
  parts: readonly Part[]
  action?: ReactNode
  children: ReactNode
}

/** One part of the record under its heading, with the seat that owns it. */
export const RecordSection = ({ title, owner, parts, action, children }: RecordSectionProps) => {
  const id = useId()
  const { changed } = useVersion()
  const isChanged = parts.some(part => changed.includes(part))
  return (
    <section className={`record-section${isChanged ? ' record-section--changed' : ''}`} aria-labelledby={id}>
      <h2 className="record-section__title">
        <span id={id}>{title}</span> <Owner party={owner} />
        {isChanged && (
          <span className="record-changed">
            <span aria-hidden="true">◆ </span>
            {recordWords.asOf.marked}
          </span>
        )}
        {action && <span className="record-section__action">{action}</span>}
      </h2>
      {children}
    </section>
  )
}
