import type { PresentedReport } from '@pars/contract'
import { formatFullDateTime, formatPlainDate } from '../format.ts'
import { ageOf } from '../record/person-of.ts'
import { bookingWords, chargingWords, recordWords } from '../words/words.ts'

const words = chargingWords.papers

const Line = ({ term, children }: { term: string; children: string | null }) =>
  children && (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )

const personText = (report: PresentedReport): string => {
  const { bornOn, sex } = report.person
  const age = ageOf(report)
  const born = bornOn === null ? recordWords.report.notKnown : words.born(formatPlainDate(bornOn), age)
  return `${bookingWords.options.sex[sex]}, ${born}`
}

const basisText = ({ basis, warrantNumber }: PresentedReport): string =>
  basis === 'sight' ? bookingWords.options.basis.sight : recordWords.report.warrant(warrantNumber ?? '')

/** What police know, beside the decision: narrative first, then the paper's facts. Victims are absent for those who may not see them. */
export const PolicePapers = ({ report }: { report: PresentedReport }) => (
  <section className="charging-papers" aria-labelledby="papers">
    <h2 className="pars-section__title" id="papers">
      {words.title}
    </h2>
    {report.narrative !== undefined && (
      <>
        <h3>{words.narrative}</h3>
        <p className="charging-narrative">{report.narrative || words.noNarrative}</p>
      </>
    )}
    {report.victimsAndWitnesses && report.victimsAndWitnesses.length > 0 && (
      <>
        <h3>{words.parties}</h3>
        <ul className="charging-parties">
          {report.victimsAndWitnesses.map(({ kind, name, contact }) => (
            <li key={`${kind} ${name} ${contact}`}>
              {words.partyKinds[kind]}: {name}
              {contact && `, ${contact}`}
            </li>
          ))}
        </ul>
      </>
    )}
    <dl className="record-facts">
      <Line term={words.person}>{personText(report)}</Line>
      <Line term={words.arrested}>{formatFullDateTime(report.arrestedAt)}</Line>
      <Line term={words.place}>{report.place}</Line>
      <Line term={words.basis}>{basisText(report)}</Line>
      <Line term={words.officers}>{report.officers.map(({ badge, name }) => `${name} (${badge})`).join(', ')}</Line>
      <Line term={words.incidents}>{report.incidents.join(', ')}</Line>
      <Line term={words.otn}>{report.otn}</Line>
      <Line term={words.domesticViolence}>{report.domesticViolence ? recordWords.report.yes : null}</Line>
      <Line term={words.minor}>{report.directFile ? report.directFile.parentsNotifiedBy : null}</Line>
    </dl>
  </section>
)
