import './terms.css'
import { countRare, type Sentence, summarize, type Terms } from '@pars/terms'
import { agreementWords } from '../../words/agreements.ts'

const words = agreementWords.summary

const Line = ({ sentence, isRare }: { sentence: Sentence; isRare: boolean }) =>
  isRare ? (
    <li className="terms-summary__rare">
      <span className="usa-sr-only">{words.rareMark}</span> <strong>{sentence.text}</strong>
    </li>
  ) : (
    <li>{sentence.text}</li>
  )

/** What a vote is about, in at most twelve sentences; rare grants first, in bold. */
export const Summary = ({ terms, title }: { terms: Terms; title: string }) => {
  const sentences = summarize(terms)
  const rare = countRare(sentences)
  return (
    <section className="terms-summary" aria-labelledby="terms-summary">
      <h2 className="pars-section__title" id="terms-summary">
        {title}
      </h2>
      <ol>
        {sentences.map((sentence, index) => (
          <Line key={sentence.text} sentence={sentence} isRare={index < rare} />
        ))}
      </ol>
    </section>
  )
}
