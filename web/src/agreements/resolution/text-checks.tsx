import { useQuery } from '@tanstack/react-query'
import { Loading } from '../../ui/ui.ts'
import { resolutionWords } from '../../words/resolution.ts'
import type { VersionView } from '../terms/read-terms.ts'
import { type Check, checkTexts, isSame } from './check-texts.ts'
import type { Resolution } from './seat-votes.tsx'

const words = resolutionWords.ballot

/** The hashes of the texts on the page, computed by this browser. */
export const useChecks = (resolution: Resolution, version: VersionView): readonly Check[] | undefined =>
  useQuery({
    queryKey: ['checks of texts', resolution.resolutionId, version.termsHash, version.sqlHash],
    queryFn: () => checkTexts(resolution, version),
    staleTime: Number.POSITIVE_INFINITY,
  }).data

const Line = ({ check }: { check: Check }) => {
  const same = isSame(check)
  return (
    <li className={same ? 'checks-same' : 'checks-differs'}>
      <span className="checks-mark" aria-hidden="true">
        {same ? '✓' : '✕'}
      </span>
      <span>
        {words.what[check.what]}: {same ? words.same : check.computed === '' ? words.compiledUnknown : words.differs}
        <code>{check.computed}</code>
      </span>
    </li>
  )
}

/** What the representative need not believe: each hash computed here, beside what the resolution names. */
export const TextChecks = ({ checks }: { checks: readonly Check[] | undefined }) => (
  <section className="checks" aria-label={words.checks}>
    <h3>{words.checks}</h3>
    {checks ? (
      <ul>
        {checks.map(check => (
          <Line key={check.what} check={check} />
        ))}
      </ul>
    ) : (
      <Loading what={words.checking} />
    )}
  </section>
)
