import type { AnswerOf, viewCity } from '@pars/contract'
import { signInPath, useMe } from '../me.ts'
import { Owner } from '../ui/ui.ts'
import { roleWords, startWords } from '../words/words.ts'
import { firstPageOf } from './chair-work.ts'

type Chair = AnswerOf<typeof viewCity>['chairs'][number]

const words = startWords.chairs

const ChairCard = ({ chair, isMine }: { chair: Chair; isMine: boolean }) => {
  const role = roleWords(chair.role)
  const work = startWords.work[chair.role]
  return (
    <li className={`start-chair${isMine ? ' start-chair--mine' : ''}`}>
      <h3 className="start-chair__role">
        {role} <Owner party={chair.party} />
      </h3>
      <p className="start-chair__who">{chair.displayName}</p>
      {work && (
        <p className="start-chair__work">
          <span className="start-quiet">{words.first}</span> {work}
        </p>
      )}
      {isMine ? (
        <strong className="start-chair__here">● {words.here}</strong>
      ) : (
        <a
          className="usa-button usa-button--outline start-chair__sit"
          href={signInPath(firstPageOf(chair.role), chair.subject)}
          aria-label={words.sitAs(role)}
          data-row
        >
          {words.sit}
        </a>
      )}
    </li>
  )
}

/** The eight chairs of a rehearsal: who sits there, and the first thing that this person does. */
export const Chairs = ({ chairs }: { chairs: readonly Chair[] }) => {
  const { account } = useMe()
  return (
    <section id="chairs" className="start-chairs" aria-labelledby="chairs-title">
      <h2 id="chairs-title" className="start-chairs__title">
        {words.title}
      </h2>
      <p className="start-quiet">{chairs.length > 0 ? words.lead : words.none}</p>
      <ol className="start-chairs__list">
        {chairs.map(chair => (
          <ChairCard
            key={chair.subject}
            chair={chair}
            isMine={account?.role === chair.role && account.displayName === chair.displayName}
          />
        ))}
      </ol>
    </section>
  )
}
