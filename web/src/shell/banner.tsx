import { useCity, useCityMinute } from '../clock.ts'
import { formatDateTime, formatNumber } from '../format.ts'
import { shellWords } from '../words/words.ts'

/** On every screen: whether this is a made-up city, what time it is there, and whether it is still filling. */
export const Banner = () => {
  const { city } = useCity()
  const now = useCityMinute()
  if (!city) return <div className="pars-banner" />
  const { filling, clock } = city
  return (
    <aside className={`pars-banner${city.rehearsal ? ' pars-banner--rehearsal' : ''}`} aria-label={shellWords.product}>
      <strong>{city.rehearsal ? shellWords.rehearsal : shellWords.environment(city.city)}</strong>
      {filling && (
        <span className="pars-banner__filling">
          {shellWords.filling(filling.done, filling.of)}{' '}
          <progress max={filling.of} value={filling.done} aria-label={shellWords.filling(filling.done, filling.of)} />
        </span>
      )}
      <span className="pars-banner__clock">
        {shellWords.clock}{' '}
        <time dateTime={new Date(now).toISOString()}>{formatDateTime(new Date(now).toISOString())}</time>
        {clock.rate > 1 && `, ${shellWords.clockFast(formatNumber(clock.rate))}`}
      </span>
    </aside>
  )
}
