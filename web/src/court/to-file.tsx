import type { AnswerOf, complaintsToFile } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useCityMinute } from '../clock.ts'
import { useRowFocus } from '../form/use-row-focus.ts'
import { formatTime } from '../format.ts'
import { useMe } from '../me.ts'
import { type Alarm, Button, Empty, HeldClock } from '../ui/ui.ts'
import { courtWords } from '../words/court.ts'
import { FileDialog } from './file-dialog.tsx'

const { toFile: words, columns } = courtWords

type Complaint = AnswerOf<typeof complaintsToFile>['toFile'][number]

interface ToFileProps {
  complaints: readonly Complaint[]
  alarms: readonly Alarm[]
}

/** Complaints that the prosecutor made and the court has not filed yet, longest held first. */
export const ToFile = ({ complaints, alarms }: ToFileProps) => {
  const { may } = useMe()
  const now = useCityMinute()
  const box = useRef<HTMLElement>(null)
  const focusAfter = useRowFocus(box, complaints.length)
  const [filing, setFiling] = useState<Complaint>()
  return (
    <section className="pars-section court-section" ref={box}>
      <h2 className="pars-section__title" tabIndex={-1}>
        {words.title}
      </h2>
      {complaints.length === 0 ? (
        <Empty title={words.empty}>{words.emptyDetail}</Empty>
      ) : (
        <table className="pars-table">
          <caption className="usa-sr-only">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.held}</th>
              <th scope="col">{columns.person}</th>
              <th scope="col">{columns.charge}</th>
              <th scope="col">{columns.made}</th>
              {may('complaint.file') && <th scope="col">{columns.act}</th>}
            </tr>
          </thead>
          <tbody>
            {complaints.map(complaint => (
              <tr key={complaint.complaintId}>
                <td>
                  <HeldClock arrestedAt={complaint.arrestedAt} alarms={alarms} />
                </td>
                <th scope="row">
                  <Link to="/arrests/$arrestId" params={{ arrestId: complaint.arrestId }} search={{}} data-row>
                    {complaint.name}
                  </Link>
                </th>
                <td data-label={columns.charge}>{complaint.leadCharge}</td>
                <td data-label={columns.made}>{formatTime(complaint.madeAt, now)}</td>
                {may('complaint.file') && (
                  <td data-act>
                    <Button size="row" label={words.actFor(complaint.name)} onClick={() => setFiling(complaint)}>
                      {words.act}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {filing && (
        <FileDialog
          complaintId={filing.complaintId}
          name={filing.name}
          onFiled={() => focusAfter(complaints.indexOf(filing))}
          onClose={() => setFiling(undefined)}
        />
      )}
    </section>
  )
}
