import { type AnswerOf, answerResolution, type listOwnResolutions, type listOwnTerms } from '@pars/contract'
import { compileAgreement, type Terms } from '@pars/terms'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ChangeList } from '../../agreements/terms/change-list.tsx'
import { Summary } from '../../agreements/terms/summary.tsx'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { withDigests } from '../../signing/digest.ts'
import type { OpenedKey } from '../../signing/key-file.ts'
import { Alert, Button, Dialog, Form, Loading, Radios, Select, TextArea } from '../../ui/ui.ts'
import { agreementWords } from '../../words/agreements.ts'
import { consoleWords } from '../../words/partner.ts'
import { newNonce } from '../nonce.ts'
import { actionOf } from './action-of.ts'
import { statementOf } from './answer-statement.ts'
import { KeyField } from './key-field.tsx'

const words = consoleWords.votes
export type OwnResolution = AnswerOf<typeof listOwnResolutions>['resolutions'][number]
export type OwnVersion = AnswerOf<typeof listOwnTerms>['versions'][number]

interface VoteProps {
  resolution: OwnResolution
  terms: Terms
  /** What is in force now, to compare with. */
  before: Terms | undefined
  onClose: () => void
}

const useComputed = (terms: Terms) =>
  useQuery({
    queryKey: ['computed', terms.agreement, terms.version],
    queryFn: async () => {
      const { termsHash, sqlHash } = await withDigests(digest => compileAgreement(terms, digest))
      return { termsHash, sqlHash }
    },
    staleTime: Number.POSITIVE_INFINITY,
  }).data

interface Typed {
  decision: 'accepted' | 'rejected' | ''
  term: string
  reason: string
  key: OpenedKey | undefined
}

const missing = ({ decision, term, reason, key }: Typed): FieldError[] => [
  ...(decision === '' ? [{ pointer: '/decision', message: words.errors.decision }] : []),
  ...(decision === 'rejected' && term === '' ? [{ pointer: '/term', message: words.errors.term }] : []),
  ...(decision === 'rejected' && reason.trim() === '' ? [{ pointer: '/reason', message: words.errors.reason }] : []),
  ...(key ? [] : [{ pointer: '/keyId', message: consoleWords.key.faults.missing }]),
]

const AnswerForm = ({
  resolution,
  computed,
  onClose,
}: Pick<VoteProps, 'resolution' | 'onClose'> & { computed: { termsHash: string; sqlHash: string } }) => {
  const [typed, setTyped] = useState<Typed>({ decision: '', term: '', reason: '', key: undefined })
  const [errors, setErrors] = useState<FieldError[]>([])
  const change = (part: Partial<Typed>) => setTyped(now => ({ ...now, ...part }))
  const act = useAct(answerResolution, () => {
    showDone({ words: words.done, receipt: null })
    onClose()
  })
  const send = async () => {
    const found = missing(typed)
    setErrors(found)
    const { decision, key } = typed
    if (found.length > 0 || decision === '' || !key) return
    const term = decision === 'rejected' ? typed.term : null
    const statement = statementOf(resolution.statement ?? '', computed, { decision, term })
    if (statement === undefined) return
    const signature = await key.sign(statement)
    const reason = decision === 'rejected' ? typed.reason.trim() : null
    const body = { decision, term, reason, statement, keyId: key.keyId, signature, nonce: newNonce() }
    act.run({ params: { resolutionId: resolution.resolutionId }, body })
  }
  return (
    <Form onSubmit={() => void send()} errors={errors} problem={act.problem}>
      <Radios
        label={words.decision}
        pointer="/decision"
        value={typed.decision}
        choices={[
          { value: 'accepted', words: words.accept },
          { value: 'rejected', words: words.reject },
        ]}
        onChange={decision => change({ decision })}
      />
      {typed.decision === 'rejected' && (
        <>
          <Select
            label={words.term}
            pointer="/term"
            value={typed.term}
            empty={words.chooseTerm}
            choices={Object.entries(words.terms).map(([value, said]) => ({ value, words: said }))}
            onChange={term => change({ term })}
          />
          <TextArea
            label={words.reason}
            pointer="/reason"
            rows={3}
            value={typed.reason}
            onChange={reason => change({ reason })}
          />
        </>
      )}
      <KeyField opened={typed.key} onOpen={key => change({ key })} />
      <div className="pars-acts">
        <Button type="submit" isRunning={act.isRunning}>
          {words.send}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {consoleWords.letters.cancel}
        </Button>
      </div>
    </Form>
  )
}

/** The partner's answer to exactly the texts that two custodians vote for, signed by the unit's key. */
export const VoteDialog = ({ resolution, terms, before, onClose }: VoteProps) => {
  const computed = useComputed(terms)
  const isSame = computed?.termsHash === resolution.termsHash && computed.sqlHash === resolution.sqlHash
  return (
    <Dialog title={words.line(actionOf(resolution.action), resolution.version)} onClose={onClose}>
      {before && (
        <section>
          <h3 className="pars-section__title">{words.changes}</h3>
          <ChangeList older={before} newer={terms} />
        </section>
      )}
      <Summary terms={terms} title={agreementWords.summary.of(terms.version)} />
      {!computed && <Loading />}
      {computed && !isSame && (
        <Alert tone="error" urgent>
          {words.stop}
        </Alert>
      )}
      {computed && isSame && <AnswerForm resolution={resolution} computed={computed} onClose={onClose} />}
    </Dialog>
  )
}
