import { Mark } from '../../ui/ui.ts'
import { resolutionStandingWords, seatWords } from '../../words/agreements.ts'
import { resolutionWords } from '../../words/resolution.ts'
import type { Resolution } from './seat-votes.tsx'

const words = resolutionWords.needs

/** What a resolution still needs before it takes effect, in the order in which people can do something about it. */
export const Needs = ({ resolution }: { resolution: Resolution }) => {
  const { standing, needs } = resolution
  if (standing !== 'open' && standing !== 'carried')
    return (
      <p className="votes-over">
        <Mark {...resolutionStandingWords[standing]} />
      </p>
    )
  return (
    <section className="votes-needs" aria-labelledby="needs">
      <h2 className="pars-section__title" id="needs">
        {words.title}
      </h2>
      {needs.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ol>
          {needs.map(({ say, seats }) => (
            <li key={say}>
              {say}{' '}
              {seats.length > 0 && (
                <span className="agreements-quiet">{words.whose(seats.map(seat => seatWords[seat]).join(', '))}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
