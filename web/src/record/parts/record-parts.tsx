import { Link } from '@tanstack/react-router'
import { ChargesBeside } from '../../charging/charges-beside.tsx'
import { paperPath } from '../../charging/complaint/complaint-list.tsx'
import { useMe } from '../../me.ts'
import { chargingWords, uiWords, recordWords as words } from '../../words/words.ts'
import { useVersion } from '../version/version-context.ts'
import { BailFacts } from './bail-facts.tsx'
import { chargingFacts, complaintFacts, departureFacts, docketFacts, holdFacts } from './court-facts.ts'
import { FactList } from './fact-list.tsx'
import { RecordSection } from './record-section.tsx'
import { arrestFacts, paperFacts, personFacts } from './report-facts.ts'

const None = ({ children }: { children: string }) => <p className="record-quiet">{children}</p>

export const ReportPart = () => {
  const { record, before, isPast } = useVersion()
  const mayCorrect = record.may.includes('arrest.correct')
  return (
    <RecordSection
      title={words.report.title}
      owner="police"
      parts={['report']}
      action={
        mayCorrect ? (
          <Link
            to="/booking/$arrestId"
            params={{ arrestId: record.arrestId }}
            search={{ correct: true }}
            className="usa-link"
          >
            {words.correct}
          </Link>
        ) : (
          <span className="record-quiet">{words.version(record.version)}</span>
        )
      }
    >
      <div className="record-columns">
        <FactList facts={personFacts} now={record.report} before={before?.report} />
        <FactList facts={arrestFacts} now={record.report} before={before?.report} />
      </div>
      <FactList facts={paperFacts} now={record.report} before={before?.report} />
      {!mayCorrect && !isPast && !record.draft && <None>{words.onlyPolice}</None>}
    </RecordSection>
  )
}

export const ChargesPart = () => {
  const { record, before } = useVersion()
  return (
    <RecordSection title={words.charges.title} owner="prosecutor" parts={['policeCharges', 'charging', 'charges']}>
      <ChargesBeside record={record} before={before} />
      <FactList facts={chargingFacts} now={record.charging} before={before?.charging} />
    </RecordSection>
  )
}

export const ComplaintsPart = () => {
  const { record, before } = useVersion()
  const me = useMe()
  const { complaints, decision } = record.charging
  return (
    <RecordSection title={words.complaints.title} owner="prosecutor" parts={['complaints']}>
      {complaints.length === 0 && <None>{words.complaints.none}</None>}
      {complaints.map(complaint => (
        <div className="record-item" key={complaint.complaintId}>
          <h3>
            {decision?.charges
              .filter(charge => complaint.chargeIds.includes(charge.chargeId))
              .map(charge => charge.description)
              .join('; ')}
          </h3>
          <FactList
            facts={complaintFacts}
            now={complaint}
            before={before?.charging.complaints.find(each => each.complaintId === complaint.complaintId)}
          />
          {me.may('paper.print') && (
            <a className="usa-link" href={paperPath(complaint.complaintId)} target="_blank" rel="noopener">
              {chargingWords.complaint.print} <span className="usa-sr-only">{uiWords.newTab}</span>
            </a>
          )}
        </div>
      ))}
    </RecordSection>
  )
}

export const CourtPart = () => {
  const { record, before, isPast } = useVersion()
  return (
    <RecordSection title={words.dockets.title} owner="court" parts={['dockets', 'listings', 'arraignment', 'bail']}>
      {record.dockets.length === 0 && <None>{words.dockets.none}</None>}
      {record.dockets.map(docket => {
        const earlier = before?.dockets.find(each => each.docketId === docket.docketId)
        return (
          <div className="record-item" key={docket.docketId}>
            <h3>
              {words.dockets.docket(docket.docketNumber)}{' '}
              {!isPast && (
                <Link to="/hearings/$docketId" params={{ docketId: docket.docketId }} className="usa-link">
                  {words.dockets.hearing}
                </Link>
              )}
            </h3>
            <FactList facts={docketFacts} now={docket} before={earlier} />
            <BailFacts docket={docket} before={earlier} />
          </div>
        )
      })}
    </RecordSection>
  )
}

export const HoldsPart = () => {
  const { record, before } = useVersion()
  return (
    <RecordSection title={words.holds.title} owner="police" parts={['holds']}>
      {record.holds.length === 0 && <None>{words.holds.none}</None>}
      {record.holds.map(hold => (
        <div className="record-item" key={hold.holdId}>
          <FactList facts={holdFacts} now={hold} before={before?.holds.find(each => each.holdId === hold.holdId)} />
        </div>
      ))}
    </RecordSection>
  )
}

export const DeparturesPart = () => {
  const { record, before } = useVersion()
  return (
    <RecordSection title={words.departures.title} owner="police" parts={['departures']}>
      {record.departures.length === 0 && <None>{words.departures.none}</None>}
      {record.departures.map(departure => (
        <div className="record-item" key={departure.departureId}>
          <FactList
            facts={departureFacts}
            now={departure}
            before={before?.departures.find(each => each.departureId === departure.departureId)}
          />
        </div>
      ))}
    </RecordSection>
  )
}
