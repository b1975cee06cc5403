import './terms.css'
import {
  numberOfSection,
  plainWords,
  type Sentence,
  type Standing,
  sectionNames,
  sectionOf,
  sections,
  type Terms,
} from '@pars/terms'
import { agreementWords } from '../../words/agreements.ts'
import { countStanding } from './read-terms.ts'

const words = agreementWords.terms

/** What holds a sentence: a shape and a word. */
export const StandingMark = ({ standing }: { standing: Standing }) => {
  const { words: said, long, mark } = words.standings[standing]
  return (
    <span className={`terms-mark terms-mark--${standing}`} title={long}>
      <span aria-hidden="true">{mark}</span> {said}
    </span>
  )
}

const Line = ({ sentence }: { sentence: Sentence }) => (
  <li className="terms-line" data-pointer={sentence.pointer}>
    <span className="terms-line__text">{sentence.text}</span>
    <StandingMark standing={sentence.standing} />
  </li>
)

/** All terms in plain words, by heading, each with what holds it. */
export const TermsList = ({ terms }: { terms: Terms }) => {
  const sentences = plainWords(terms)
  return (
    <div className="terms-list">
      <p className="agreements-quiet">
        {words.counts(
          countStanding(sentences, 'enforced'),
          countStanding(sentences, 'checked-later'),
          countStanding(sentences, 'promise'),
        )}
      </p>
      {sections.map(section => (
        <section key={section} className="terms-group">
          <h3 id={`section-${numberOfSection(section)}`}>
            {numberOfSection(section)}. {sectionNames[section]}
          </h3>
          <ul>
            {sentences
              .filter(({ pointer }) => sectionOf(pointer) === section)
              .map(sentence => (
                <Line key={`${sentence.pointer} ${sentence.text}`} sentence={sentence} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
