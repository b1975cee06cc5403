import type { Party } from '@pars/domain'
import { type ReactNode, useId } from 'react'
import { Owner } from '../ui/ui.ts'

interface PanelProps {
  title: string
  owner?: Party
  /** Beside the title: how far it is, or a small act. */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** One block of the hearing, with the seat that owns it. */
export const Panel = ({ title, owner, aside, className, children }: PanelProps) => {
  const id = useId()
  return (
    <section className={`hearing-panel ${className ?? ''}`} aria-labelledby={id}>
      <div className="hearing-panel__head">
        <h2 className="hearing-panel__title" id={id}>
          {title}
        </h2>
        {owner && <Owner party={owner} />}
        {aside && <span className="hearing-panel__aside">{aside}</span>}
      </div>
      {children}
    </section>
  )
}
