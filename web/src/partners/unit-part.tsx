import type { AnswerOf, viewPartner } from '@pars/contract'
import { useState } from 'react'
import { useCityMinute } from '../clock.ts'
import { formatDay } from '../format.ts'
import { useMe } from '../me.ts'
import { Button, ColumnHeads, Mark } from '../ui/ui.ts'
import { partnerWords } from '../words/partners.ts'
import { KeyDialog, OfficerDialog } from './register-dialogs.tsx'
import { SwitchButton } from './switch-button.tsx'

const { unit: words, stopped: stoppedWord } = partnerWords
export type Unit = AnswerOf<typeof viewPartner>['units'][number]

const Officers = ({ unit }: { unit: Unit }) => {
  const now = useCityMinute()
  if (unit.officers.length === 0) return <p className="partners-quiet">{words.noOfficers}</p>
  return (
    <table className="pars-table">
      <caption className="usa-sr-only">{words.officers}</caption>
      <ColumnHeads of={words.columns} />
      <tbody>
        {unit.officers.map(officer => {
          const isPast = Date.parse(officer.certifiedUntil) <= now
          return (
            <tr key={officer.officerId}>
              <th scope="row">{officer.displayName}</th>
              <td data-label={words.columns.subject} className="partners-subject">
                {officer.subject}
              </td>
              <td data-label={words.columns.until}>{formatDay(officer.certifiedUntil)}</td>
              <td data-label={words.columns.part}>{officer.coordinator ? words.coordinator : words.officer}</td>
              <td data-label={words.columns.state}>
                {officer.stopped ? (
                  <Mark tone="held" words={stoppedWord} />
                ) : (
                  <Mark tone={isPast ? 'unsent' : 'waiting'} words={isPast ? words.expired : words.counts} />
                )}{' '}
                <SwitchButton
                  subjectKind="officer"
                  subjectId={officer.officerId}
                  name={officer.displayName}
                  stopped={officer.stopped}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Keys = ({ unit }: { unit: Unit }) => (
  <>
    <h3 className="partners-sub">{words.keys}</h3>
    {unit.keys.length === 0 && <p className="partners-quiet">{words.noKeys}</p>}
    <ul className="partners-keys">
      {unit.keys.map(key => (
        <li key={key.keyId}>
          <code>{key.keyId}</code> <span className="partners-quiet">{formatDay(key.madeAt)}</span>{' '}
          {key.stopped && <Mark tone="held" words={stoppedWord} />}{' '}
          <SwitchButton subjectKind="key" subjectId={key.keyId} name={key.keyId} stopped={key.stopped} />
        </li>
      ))}
    </ul>
  </>
)

/** One unit: who decided its status and on what citation, who of it may ask, and its keys. */
export const UnitPart = ({ unit }: { unit: Unit }) => {
  const { may } = useMe()
  const [open, setOpen] = useState<'officer' | 'key'>()
  const close = () => setOpen(undefined)
  return (
    <section className="partners-section" aria-labelledby={unit.unitId}>
      <h2 className="pars-section__title" id={unit.unitId}>
        {unit.name} {unit.stopped && <Mark tone="held" words={stoppedWord} />}{' '}
        <SwitchButton subjectKind="unit" subjectId={unit.unitId} name={unit.name} stopped={unit.stopped} />
      </h2>
      <p>
        {unit.function}. {unit.criminalJustice ? words.justice : words.noJustice}.{' '}
        <span className="partners-quiet">{words.decided(unit.decidedBy, unit.citation)}</span>
      </p>
      <Officers unit={unit} />
      <Keys unit={unit} />
      <div className="pars-acts">
        {may('officer.certify') && (
          <Button look="outline" size="row" onClick={() => setOpen('officer')}>
            {words.certify}
          </Button>
        )}
        {may('partner-key.register') && (
          <Button look="outline" size="row" onClick={() => setOpen('key')}>
            {words.addKey}
          </Button>
        )}
      </div>
      {open === 'officer' && <OfficerDialog unitId={unit.unitId} unit={unit.name} onClose={close} />}
      {open === 'key' && <KeyDialog unitId={unit.unitId} unit={unit.name} onClose={close} />}
    </section>
  )
}
