import type { ReactNode } from 'react'

interface AlertProps {
  tone: 'info' | 'success' | 'warning' | 'error'
  heading?: string
  children: ReactNode
  /** Read out at once when it appears. */
  urgent?: boolean
}

export const Alert = ({ tone, heading, children, urgent }: AlertProps) => (
  <div
    className={`usa-alert usa-alert--${tone}${heading ? '' : ' usa-alert--slim'}`}
    role={urgent ? 'alert' : undefined}
  >
    <div className="usa-alert__body">
      {heading && <h2 className="usa-alert__heading">{heading}</h2>}
      <div className="usa-alert__text">{children}</div>
    </div>
  </div>
)
