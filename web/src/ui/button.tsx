import type { ReactNode } from 'react'
import { uiWords } from '../words/words.ts'

interface ButtonProps {
  children: ReactNode
  onClick?: () => void
  type?: 'button' | 'submit'
  /** One `main` button on a screen; `danger` for acts that can't be taken back. */
  look?: 'main' | 'outline' | 'quiet' | 'danger'
  size?: 'normal' | 'row'
  isRunning?: boolean
  keys?: string
  label?: string
  autoFocus?: boolean
}

const looks = {
  main: '',
  outline: ' usa-button--outline',
  quiet: ' usa-button--unstyled',
  danger: ' usa-button--secondary',
}

/** A button. While its act runs it says so and takes no second press; it is never grayed out without a word. */
export const Button = ({ children, onClick, type, look, size, isRunning, keys, label, autoFocus }: ButtonProps) => (
  <button
    type={type ?? 'button'}
    className={`usa-button${looks[look ?? 'main']}${size === 'row' ? ' pars-button--row' : ''}`}
    onClick={isRunning ? event => event.preventDefault() : onClick}
    aria-disabled={isRunning || undefined}
    aria-keyshortcuts={keys}
    aria-label={label}
    // biome-ignore lint/a11y/noAutofocus: the first act of a dialog.
    autoFocus={autoFocus}
  >
    {isRunning ? uiWords.working : children}
  </button>
)
