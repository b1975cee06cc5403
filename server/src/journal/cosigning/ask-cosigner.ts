import { formatAddCheckpoint, openNote, parseNote, utf8, type VerifierKey } from '@pars/ledger'
import { verifyEd25519 } from '@pars/ledger/node'
import type { Signed } from '../sign-checkpoint.ts'

export type CosignerAnswer =
  | { readonly kind: 'cosigned'; readonly line: string; readonly time: number }
  /** It confirmed another size last. */
  | { readonly kind: 'other-size'; readonly size: number }
  | { readonly kind: 'trouble'; readonly trouble: string }

export interface Question {
  readonly url: string
  readonly key: VerifierKey
  readonly old: number
  readonly proof: readonly Uint8Array[]
  readonly signed: Signed
  /** Ends the question early. */
  readonly signal: AbortSignal
}

/** Of a log that it has not seen yet, a cosigner reads every entry before it answers. */
const timeoutMilliseconds = 60_000
const longestAnswer = 10_000

const trouble = (why: string): CosignerAnswer => ({ kind: 'trouble', trouble: why.slice(0, 300) })

/** The one line of the cosigner's own key, if it holds under this checkpoint. */
const readLine = async ({ key, signed }: Question, answer: string): Promise<CosignerAnswer> => {
  for (const line of answer.split('\n').filter(one => one.startsWith(`— ${key.name} `))) {
    const text = signed.note.slice(0, signed.note.lastIndexOf('\n\n') + 1)
    const bytes = utf8(`${text}\n${line}\n`)
    const opened = await openNote(bytes, [key], verifyEd25519)
    const time = opened.ok ? opened.value.verified[0]?.time : undefined
    if (parseNote(bytes).ok && time !== undefined) return { kind: 'cosigned', line, time }
  }
  return trouble('answered without a signature of its own that holds')
}

const whyNot = (fault: unknown): string => {
  if (fault instanceof Error && fault.name === 'TimeoutError') return 'does not answer in a minute'
  const { cause } = fault as { cause?: { code?: string } }
  return `does not answer${cause?.code === undefined ? '' : ` (${cause.code})`}`
}

/** Asks one cosigner to confirm a checkpoint (C2SP tlog-witness). Never throws: what goes wrong is an answer too. */
export const askCosigner = async (question: Question): Promise<CosignerAnswer> => {
  const { url, old, proof, signed, signal } = question
  try {
    const answer = await fetch(`${url.replace(/\/+$/, '')}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: formatAddCheckpoint({ old, proof, note: utf8(signed.note) }) as Uint8Array<ArrayBuffer>,
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]),
    })
    const text = (await answer.text()).slice(0, longestAnswer)
    if (answer.status === 200) return await readLine(question, text)
    if (answer.status === 409 && /^\d{1,16}\n?$/.test(text)) return { kind: 'other-size', size: Number(text) }
    return trouble(`refuses (${answer.status}): ${text.split('\n')[0] ?? ''}`)
  } catch (fault) {
    return trouble(whyNot(fault))
  }
}
