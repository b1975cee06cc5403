import { useCity } from '../clock.ts'
import { formatFullDateTime, formatNumber } from '../format.ts'
import { shellWords } from '../words/words.ts'

const words = shellWords.footer

/** One line about the journal, a link to it. */
export const Footer = () => {
  const { city } = useCity()
  if (!city) return null
  const { size, checkpointAt } = city.log
  return (
    <footer className="pars-footer">
      <span>{shellWords.productLong}</span>
      <a href="/public" className="usa-link">
        {words.register}
      </a>
      <a href="/log/checkpoint" className="usa-link">
        {words.log(formatNumber(size))},{' '}
        {checkpointAt ? words.checkpoint(formatFullDateTime(checkpointAt)) : words.noCheckpoint}
      </a>
    </footer>
  )
}
