import { type ReactNode, useId } from 'react'

/** One part of the paper under its heading. */
export const Section = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section className="pars-section" aria-labelledby={id}>
      <h2 className="pars-section__title" id={id}>
        {title}
      </h2>
      {note && <p className="booking-note">{note}</p>}
      {children}
    </section>
  )
}
