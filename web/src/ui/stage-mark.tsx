import type { CustodyStage } from '@pars/domain'
import { stageWords, toneMark } from '../words/words.ts'

type Tone = keyof typeof toneMark

/** A state: mark, words, color, in that order. The mark is silent; the words say it all. */
export const Mark = ({ tone, words }: { tone: Tone; words: string }) => (
  <span className={`pars-mark pars-mark--${tone}`}>
    <span className="pars-mark__shape" aria-hidden="true">
      {toneMark[tone]}
    </span>
    {words}
  </span>
)

/** The stage of an arrest. An order's own words ("RELEASE - ROR") stand in for the stage where they are known. */
export const StageMark = ({ stage, orderWords }: { stage: CustodyStage; orderWords?: string | null }) => {
  const known = stageWords[stage]
  const isOrder = orderWords && (stage === 'bail-set' || stage === 'bail-refused')
  if (!isOrder) return <Mark tone={known.tone} words={known.words} />
  return <Mark tone={orderWords.startsWith('RELEASE') ? 'free' : 'held'} words={orderWords} />
}
