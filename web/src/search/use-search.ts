import { type AnswerOf, type QueryOf, searchArrests } from '@pars/contract'
import { cityDateOf, instantOf } from '@pars/domain'
import { useRef, useState } from 'react'
import { callOnce, type FieldError, problemFrom } from '../api.ts'
import { cityNow } from '../clock.ts'
import type { Purpose } from '../record/purpose-of.ts'
import { blankSearch, readSearch, type SearchForm } from './read-search.ts'

type Answer = AnswerOf<typeof searchArrests>
type Found = Answer['found']

interface Result {
  found: Found
  erased: Answer['erased']
  nextCursor: string | null
  /** What was asked, for the next page and for opening a record for the same purpose. */
  query: QueryOf<typeof searchArrests>
}

/** The last search of this page load, so that going back from a record finds it again without searching anew. */
let last: { accountId: string; form: SearchForm; result: Result } | undefined

/** One search at a time, run when somebody asks for it and never by itself: each run is an entry in the journal. */
export const useSearchRun = (accountId: string, purpose: Purpose) => {
  const before = last?.accountId === accountId ? last : undefined
  const [form, setForm] = useState<SearchForm>(() => before?.form ?? blankSearch(purpose))
  const [result, setResult] = useState<Result | undefined>(before?.result)
  const [errors, setErrors] = useState<FieldError[]>([])
  const [fault, setFault] = useState<unknown>()
  const [isRunning, setRunning] = useState(false)
  const round = useRef(0)

  const ask = async (query: Result['query'], known: Found, cursor?: string) => {
    round.current += 1
    const mine = round.current
    setRunning(true)
    setFault(undefined)
    try {
      const answer = await callOnce(searchArrests, { query: { ...query, cursor } })
      if (mine !== round.current) return
      const { nextCursor, erased } = answer
      const next = { found: [...known, ...answer.found], erased, nextCursor, query }
      setResult(next)
      last = { accountId, form, result: next }
    } catch (error) {
      if (mine === round.current) setFault(error)
    } finally {
      if (mine === round.current) setRunning(false)
    }
  }
  return {
    form,
    set: (part: Partial<SearchForm>) => setForm(now => ({ ...now, ...part })),
    run: () => {
      const read = readSearch(form, cityDateOf(instantOf(cityNow())))
      setErrors(read.kind === 'unread' ? read.errors : [])
      if (read.kind === 'search') void ask(read.query, [])
    },
    more: () => {
      if (result?.nextCursor) void ask(result.query, result.found, result.nextCursor)
    },
    clear: () => {
      round.current += 1
      last = undefined
      setForm(blankSearch(purpose))
      setResult(undefined)
      setErrors([])
      setFault(undefined)
      setRunning(false)
    },
    result,
    errors,
    problem: problemFrom(fault),
    isRunning,
  }
}
export type SearchRun = ReturnType<typeof useSearchRun>
