import { useLocation } from '@tanstack/react-router'
import { shellWords } from '../words/words.ts'
import { ConfirmedLine } from './confirmed-line.tsx'

/** Who this is, the public register, and one line about the log: the start page has it higher up. */
export const Footer = () => {
  const { pathname } = useLocation()
  return (
    <footer className="pars-footer">
      <span>{shellWords.productLong}</span>
      <a href="/public" className="usa-link">
        {shellWords.footer.register}
      </a>
      {pathname !== '/' && <ConfirmedLine />}
    </footer>
  )
}
