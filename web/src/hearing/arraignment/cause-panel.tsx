import { useState } from 'react'
import { formatTime } from '../../format.ts'
import { Button, Checkbox, Mark, Radios, TextInput } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'
import { useHearing } from '../hearing-context.ts'
import { Panel } from '../panel.tsx'

const { cause: words, present, head } = hearingWords
const modes = [
  { value: 'video', words: head.video },
  { value: 'in-person', words: head['in-person'] },
] as const
const findings = [
  { value: 'found', words: hearingWords.probableCause.found },
  { value: 'not-found', words: hearingWords.probableCause['not-found'] },
] as const

const HoursLeft = () => {
  const hours = useHearing().record.custody.probableCauseHoursLeft
  if (hours === null) return null
  return hours < 12 ? <Mark tone="alarm" words={words.hoursLeft(hours)} /> : words.hoursLeft(hours)
}

/** Fields where the report asks for an interpreter; a link where it does not, for the session that finds it is needed. */
const Interpreter = () => {
  const { form, set } = useHearing()
  const { interpreterLanguage, interpreterPresent } = form.arraignment
  const [isNeeded, setNeeded] = useState(interpreterLanguage !== '')
  if (!isNeeded)
    return (
      <Button look="quiet" onClick={() => setNeeded(true)}>
        {present.addInterpreter}
      </Button>
    )
  return (
    <div className="hearing-pair">
      <TextInput
        label={present.interpreter}
        pointer="/interpreter/language"
        value={interpreterLanguage}
        onChange={value => set('arraignment', { interpreterLanguage: value })}
      />
      <Checkbox
        pointer="/interpreter/present"
        words={present.interpreterInRoom}
        checked={interpreterPresent}
        onChange={value => set('arraignment', { interpreterPresent: value })}
      />
    </div>
  )
}

/** Who is in the room. The names that entered the two requests are offered, not assumed. */
const People = () => {
  const { form, set, docket } = useHearing()
  const { request, defenseRequest } = docket.bail
  return (
    <div className="hearing-pair">
      <TextInput
        label={present.prosecutor}
        pointer="/prosecutorName"
        value={form.arraignment.prosecutorName}
        list="hearing-prosecutors"
        onChange={prosecutorName => set('arraignment', { prosecutorName })}
      />
      <TextInput
        label={present.defense}
        pointer="/defenseName"
        value={form.arraignment.defenseName}
        list="hearing-defenders"
        onChange={defenseName => set('arraignment', { defenseName })}
      />
      <datalist id="hearing-prosecutors">{request && <option value={request.madeBy} />}</datalist>
      <datalist id="hearing-defenders">{defenseRequest && <option value={defenseRequest.madeBy} />}</datalist>
    </div>
  )
}

/** The finding, how the person appears, and who takes part. */
export const CauseEntry = () => {
  const { form, set, record } = useHearing()
  return (
    <Panel title={words.title} owner="court" aside={<HoursLeft />}>
      <div className="hearing-lines">
        <div className="hearing-nolegend">
          {record.report.basis === 'warrant' ? (
            <p className="hearing-fact">{hearingWords.probableCause.warrant}</p>
          ) : (
            <Radios
              label={words.title}
              pointer="/probableCause"
              value={form.arraignment.probableCause}
              choices={findings}
              onChange={probableCause => set('arraignment', { probableCause })}
              inline
            />
          )}
        </div>
        <div className="hearing-nolegend hearing-mode">
          <Radios
            label={head.mode}
            pointer="/mode"
            value={form.arraignment.mode}
            choices={modes}
            onChange={mode => set('arraignment', { mode })}
            inline
          />
        </div>
      </div>
      <People />
      <Interpreter />
    </Panel>
  )
}

const HeldFacts = () => {
  const held = useHearing().docket.arraignment
  if (!held) return <p className="hearing-quiet">{words.undecided}</p>
  const { interpreter } = held
  return (
    <>
      <p className="hearing-fact">{hearingWords.probableCause[held.probableCause]}</p>
      <dl className="hearing-facts">
        <dt>{hearingWords.after.arraigned(formatTime(held.heldAt))}</dt>
        <dd>{head[held.mode]}</dd>
        <dt>{present.prosecutor}</dt>
        <dd>{held.prosecutorName ?? present.nobody}</dd>
        <dt>{present.defense}</dt>
        <dd>{held.defenseName ?? present.nobody}</dd>
        {interpreter && (
          <>
            <dt>{present.interpreterTitle}</dt>
            <dd>
              {interpreter.present
                ? present.interpreterCame(interpreter.language)
                : present.interpreterMissing(interpreter.language)}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

export const CauseText = () => (
  <Panel title={words.title} owner="court" aside={<HoursLeft />}>
    <HeldFacts />
  </Panel>
)
