import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { cityNow } from '../clock.ts'
import { showDone } from '../done.ts'
import { forgetKept } from '../form/kept.ts'
import { useSendKey } from '../form/use-send-key.ts'
import { type Key, useKeys } from '../keys.ts'
import { Alert, Button, Form, Page, TextInput } from '../ui/ui.ts'
import { bookingWords } from '../words/booking.ts'
import { BookingContext } from './booking-context.tsx'
import type { BookingForm } from './paper/booking-form.ts'
import { ArrestSection } from './sections/arrest-section.tsx'
import { ChargesSection } from './sections/charges-section.tsx'
import { DirectFileSection } from './sections/direct-file-section.tsx'
import { NarrativeSection } from './sections/narrative-section.tsx'
import { PartiesSection } from './sections/parties-section.tsx'
import { PersonSection } from './sections/person-section.tsx'
import { SendBar } from './send-bar.tsx'
import { type Latest, useLatest } from './use-latest.ts'
import { type KeptPaper, usePaper } from './use-paper.ts'
import { type Saved, usePaperActs } from './use-paper-acts.ts'

const words = bookingWords
const draftKeys: readonly Key[] = [{ keys: words.saveKey, words: words.save }]
const noKeys: readonly Key[] = []

export interface BookingDeskProps {
  mode: 'new' | 'draft' | 'correct'
  /** Under this name the tab keeps what is typed. */
  name: string
  start: KeptPaper
  /** What was typed before came back from the tab. */
  cameBack: boolean
  ssnLastFour: string | null
  /** When the draft was last saved; null before the first time. */
  savedAt: string | null
  /** The newest version on record, when the paper is of a record. */
  latest: Latest | null
  onStartOver: () => void
}

export const calledBy = ({ names }: BookingForm): string => {
  const name = names[0]
  const full = [name?.first, name?.last].filter(Boolean).join(' ').trim()
  return full === '' ? words.nobodyYet : full
}

const titleOf = (mode: BookingDeskProps['mode'], form: BookingForm): string => {
  if (mode === 'correct') return words.correctTitle(calledBy(form))
  return mode === 'draft' ? words.draftTitle(calledBy(form)) : words.newTitle
}

/** The acts of the desk: what each does to the paper once the server has said yes. */
const useDesk = (props: BookingDeskProps) => {
  const { mode, name, start, latest: given } = props
  const navigate = useNavigate()
  const latest = useLatest(given, mode === 'correct' ? 'correction' : 'own-duty')
  const { paper, edit, setReason, markSaved, replace } = usePaper(name, start)
  const acts = usePaperActs()
  const [savedAt, setSavedAt] = useState(props.savedAt)
  const { form, dirty, reason } = paper
  const typed = useRef(form)
  typed.current = form

  const leave = (saved: Saved, said: string) => {
    forgetKept(name)
    replace(now => ({ ...now, dirty: false }))
    showDone({ words: said, receipt: saved.receipt })
    void navigate({ to: '/arrests/$arrestId', params: { arrestId: saved.arrestId }, search: {} })
  }
  const save = async () => {
    // A draft saved again as it stands would be one more entry in its history, about nothing.
    if (paper.arrestId !== null && !dirty) return
    const saved = await acts.save(form, paper)
    if (!saved) return
    markSaved(form, saved)
    // From now on the draft has an address of its own, where a reload finds it.
    if (mode === 'new' && typed.current === form) {
      const { arrestId } = saved
      return void navigate({ to: '/booking/$arrestId', params: { arrestId }, search: {}, replace: true })
    }
    setSavedAt(new Date(cityNow()).toISOString())
  }
  const send = async () => {
    if (acts.isRunning) return
    if (mode === 'correct') {
      const said = reason.trim() || { pointer: '/reason', message: words.errors.correctionReason }
      const saved = await acts.correct(form, said, paper)
      if (saved) leave(saved, words.corrected(calledBy(form)))
      return
    }
    const saved = await acts.send(form, paper, dirty)
    if (saved) leave(saved, words.sent(calledBy(form)))
  }
  /** A save came too late: the next one is about the newest version. What was typed stays, and theirs is offered. */
  const catchUp = async () => {
    const newest = paper.arrestId === null ? undefined : await latest.ask(paper.arrestId)
    if (newest) replace(now => ({ ...now, version: newest.version }))
    if (newest) acts.reset()
  }
  const takeTheirs = (theirs: Latest) => {
    latest.forget()
    replace(now => ({ ...now, ...theirs, dirty: false }))
  }
  useSendKey(() => void send(), mode === 'correct' ? words.sendCorrection : words.send)
  useKeys(mode === 'correct' ? noKeys : draftKeys)
  return {
    paper,
    edit,
    setReason,
    acts,
    savedAt,
    save,
    send,
    catchUp,
    takeTheirs,
    theirs: latest.foreignTo(paper.version),
  }
}

type Desk = ReturnType<typeof useDesk>

/** What must be known before reading on: it came back from the tab, or somebody saved a newer version. */
const Notices = ({ desk, props }: { desk: Desk; props: BookingDeskProps }) => {
  const { cameBack, onStartOver } = props
  const { paper, theirs, takeTheirs } = desk
  return (
    <>
      {cameBack && paper.dirty && (
        <Alert tone="info">
          {words.kept}{' '}
          <Button look="quiet" onClick={onStartOver}>
            {words.startOver}
          </Button>
        </Alert>
      )}
      {theirs && (
        <Alert tone="warning" urgent>
          {words.newerVersion}{' '}
          <Button look="quiet" onClick={() => takeTheirs(theirs)}>
            {words.takeNewer}
          </Button>
        </Alert>
      )}
    </>
  )
}

const Acts = ({ desk, mode }: { desk: Desk; mode: BookingDeskProps['mode'] }) => (
  <>
    {mode !== 'correct' && (
      <Button look="outline" type="submit" isRunning={desk.acts.isRunning}>
        {words.save} <kbd>{words.saveKey}</kbd>
      </Button>
    )}
    <Button keys="Control+Enter" isRunning={desk.acts.isRunning} onClick={() => void desk.send()}>
      {mode === 'correct' ? words.sendCorrection : words.send} <kbd>{words.sendKey}</kbd>
    </Button>
  </>
)

/** One paper on the desk: new, a draft, or the correction of a sent report. */
export const BookingDesk = (props: BookingDeskProps) => {
  const { mode, ssnLastFour } = props
  const desk = useDesk(props)
  const { paper, edit, acts } = desk
  return (
    <BookingContext value={{ form: paper.form, ssnLastFour, ssnLost: paper.ssnLost, ...edit }}>
      <Page title={titleOf(mode, paper.form)}>
        <p className="booking-sentence">
          {mode === 'correct'
            ? words.sentence.correct
            : mode === 'draft'
              ? words.sentence.unsent
              : words.sentence.fresh}
        </p>
        <Notices desk={desk} props={props} />
        <Form
          className="booking-form"
          label={titleOf(mode, paper.form)}
          errors={acts.errors}
          problem={acts.problem}
          onReload={() => void desk.catchUp()}
          onSubmit={() => void (mode === 'correct' ? undefined : desk.save())}
        >
          {mode === 'correct' && (
            <TextInput
              label={words.correctionReason}
              hint={words.correctionReasonHint}
              pointer="/reason"
              value={paper.reason}
              onChange={desk.setReason}
            />
          )}
          <PersonSection />
          <ArrestSection />
          <ChargesSection />
          <DirectFileSection />
          <PartiesSection />
          <NarrativeSection />
          <SendBar savedAt={desk.savedAt} dirty={paper.dirty} isSent={mode === 'correct'}>
            <Acts desk={desk} mode={mode} />
          </SendBar>
        </Form>
      </Page>
    </BookingContext>
  )
}
