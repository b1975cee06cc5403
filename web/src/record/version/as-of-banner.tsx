import { Link } from '@tanstack/react-router'
import { formatFullDateTime, formatNumber } from '../../format.ts'
import { recordWords } from '../../words/words.ts'
import { useVersion } from './version-context.ts'
import type { Trail } from './version-trail.ts'

const words = recordWords.asOf

const Step = ({ to, text }: { to: number | undefined; text: (number: string) => string }) => {
  const { record } = useVersion()
  if (to === undefined) return null
  return (
    <Link
      to="/arrests/$arrestId"
      params={{ arrestId: record.arrestId }}
      search={before => ({ ...before, asof: to })}
      className="usa-link"
    >
      {text(formatNumber(to))}
    </Link>
  )
}

const Changes = ({ trail }: { trail: Trail }) => {
  const { changed, before } = useVersion()
  if (trail.shown === undefined) return null
  const { kind, madeBy, madeAt } = trail.shown
  const said = changed.map(part => recordWords.parts[part]).join(', ')
  return (
    <p>
      {words.by(recordWords.kind(kind), madeBy, formatFullDateTime(madeAt))}{' '}
      {trail.earlier === undefined && words.first}
      {before && (said === '' ? words.nothing : words.changed(said))}
    </p>
  )
}

/** Says that this is the past: after which entry, what that entry changed, and the way back to now. */
export const AsOfBanner = ({ trail }: { trail: Trail }) => {
  const { record } = useVersion()
  return (
    <section className="record-asof" aria-label={words.label}>
      <p className="record-asof__title">
        <strong>{words.title(formatNumber(record.journal.asOf))}</strong>{' '}
        <Link
          to="/arrests/$arrestId"
          params={{ arrestId: record.arrestId }}
          search={before => ({ ...before, asof: undefined })}
          className="usa-link"
        >
          {words.back}
        </Link>
      </p>
      <Changes trail={trail} />
      <p className="record-asof__steps">
        <Step to={trail.earlier} text={words.earlier} />
        <Step to={trail.later} text={words.later} />
      </p>
    </section>
  )
}
