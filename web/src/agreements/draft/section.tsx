import type { Terms } from '@pars/terms'
import { type ReactNode, useId } from 'react'

/** What every part of the form is given. */
export interface PartProps {
  terms: Terms
  onChange: (terms: Terms) => void
}

/** One part of the form under its heading. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section className="draft-part" aria-labelledby={id}>
      <h2 className="draft-part__title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}
