import type { ArrestRecord } from '@pars/contract'
import { useMemo, useState } from 'react'
import { useSendKey } from '../form/use-send-key.ts'
import { useMe } from '../me.ts'
import { nameOf } from '../record/person-of.ts'
import { Form, Page } from '../ui/ui.ts'
import { hearingWords } from '../words/hearing.ts'
import { ActBar } from './acts/act-bar.tsx'
import { NotProducedDialog } from './acts/not-produced-dialog.tsx'
import { useHearingActs } from './acts/use-hearing-acts.ts'
import { CauseEntry, CauseText } from './arraignment/cause-panel.tsx'
import { ChecklistEntry, ChecklistText } from './arraignment/checklist-panel.tsx'
import { NextEntry, NextText } from './arraignment/next-date.tsx'
import { blankArraignment } from './arraignment/read-arraignment.ts'
import { AskColumn } from './bail/ask-column.tsx'
import { OrderEntry } from './bail/order-entry.tsx'
import { OrderText } from './bail/order-text.tsx'
import { type AskAct, askActs, blankAsk, voices } from './bail/read-ask.ts'
import { blankOrder } from './bail/read-order.ts'
import { ChargesPanel } from './charges-panel.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { type Hearing, HearingContext } from './hearing-context.ts'
import { actsOpen, chargesOf, type Docket, standingListing, usualHearing } from './hearing-facts.ts'
import { HearingHead } from './hearing-head.tsx'
import { useHearingForm } from './use-hearing-form.ts'

const { bail } = hearingWords
const askTitles: Record<AskAct, string> = {
  'bail.request': bail.commonwealth,
  'bail.defense-request': bail.defense,
  'bail.recommend': bail.guideline,
}

interface HearingDeskProps {
  docket: Docket
  record: ArrestRecord
  onReload: () => void
}

const useHearingOf = ({ docket, record }: HearingDeskProps): Hearing & { forget: () => void } => {
  const { account } = useMe()
  const charges = useMemo(() => chargesOf(record, docket), [record, docket])
  const acts = useMemo(() => actsOpen(record, docket), [record, docket])
  const blank = {
    arraignment: blankArraignment(record.report, usualHearing(charges)),
    order: blankOrder,
    ask: blankAsk,
  }
  const kept = useHearingForm(`hearing.${account?.accountId ?? 'visitor'}.${docket.docketId}`, blank)
  const allowed: ReadonlySet<string> = acts
  return { docket, record, charges, listing: standingListing(docket), mayNow: act => allowed.has(act), ...kept }
}

/** The one act of Ctrl+Enter: the ruling, or the reader's own statement about bail while it is being entered. */
const askOpen = ({ docket, mayNow }: Hearing): AskAct | undefined =>
  askActs.find(act => mayNow(act) && docket.bail[voices[act].fact] === null)

/** One docket before the magistrate. */
export const HearingDesk = (props: HearingDeskProps) => {
  const hearing = useHearingOf(props)
  const { mayNow, listing } = hearing
  const [isMissing, setMissing] = useState(false)
  const [isFresh, setFresh] = useState(false)
  const acts = useHearingActs(hearing, {
    onRecorded: () => {
      hearing.forget()
      setFresh(true)
    },
    onRefused: props.onReload,
  })
  const mayHold = mayNow('arraignment.hold')
  const mayOrder = mayHold || mayNow('bail.set')
  const ask = askOpen(hearing)
  const send = () => {
    if (mayOrder) void acts.rule()
    else if (ask) void acts.ask(ask)
  }
  useSendKey(send, mayOrder ? hearingWords.act.ruleKey : ask && bail.enter[ask])
  const name = nameOf(props.record.report)
  return (
    <HearingContext value={hearing}>
      <Page title={name} tab={hearingWords.tab(name)} action={<HearingHead />}>
        <Form
          className="hearing"
          label={hearingWords.tab(name)}
          errors={acts.errors}
          problem={acts.problem}
          onSubmit={() => {}}
        >
          <div className="hearing-top">
            <div className="hearing-accused">
              <ChargesPanel />
              <FactsPanel />
            </div>
            {mayHold ? <ChecklistEntry /> : <ChecklistText />}
            {mayHold ? <CauseEntry /> : <CauseText />}
          </div>
          <div className="hearing-bail">
            {askActs.map(act => (
              <AskColumn key={act} act={act} title={askTitles[act]} isRunning={acts.isRunning} onEnter={acts.ask} />
            ))}
            {mayOrder ? <OrderEntry /> : <OrderText />}
            {mayHold ? <NextEntry /> : <NextText />}
          </div>
          <ActBar
            isRunning={acts.isRunning}
            isBondBlocked={acts.isBondBlocked}
            isFresh={isFresh}
            onRule={() => void acts.rule()}
            onMissed={() => setMissing(true)}
          />
        </Form>
      </Page>
      {isMissing && listing && (
        <NotProducedDialog name={name} listingId={listing.listingId} onClose={() => setMissing(false)} />
      )}
    </HearingContext>
  )
}
