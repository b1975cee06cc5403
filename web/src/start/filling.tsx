import { startWords } from '../words/words.ts'

const words = startWords.filling

/** The made-up city is still filling: how far, in words and as a bar. */
export const Filling = ({ done, of }: { done: number; of: number }) => (
  <section className="start-filling" aria-labelledby="filling">
    <h2 id="filling" className="start-filling__title">
      {words.title(done, of)}
    </h2>
    <progress className="start-filling__bar" max={of} value={done} aria-label={words.bar} />
    <p className="start-quiet">{words.detail}</p>
  </section>
)
