import {
  type AnswerOf,
  type BodyOf,
  createClient,
  type Endpoint,
  type ParamsOf,
  type Problem,
  ProblemError,
  type QueryOf,
  viewMe,
} from '@pars/contract'
import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'

const client = createClient({ baseUrl: '' })

const isAnswer = (error: unknown): error is ProblemError => error instanceof ProblemError
/** True when the server surely did nothing or surely refused; false when nobody knows whether the act was recorded. */
const isCertain = (error: unknown): boolean => isAnswer(error) && error.problem.status < 500

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => !isCertain(error) && count < 2, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

/** Every thrown thing as a problem that a screen can show: what the server said, or that it could not be reached. */
export const problemFrom = (error: unknown): Problem | undefined => {
  if (error === null || error === undefined) return undefined
  if (isAnswer(error)) return error.problem
  return { type: 'about:blank', title: '', status: 0, detail: '', reason: 'unreachable' }
}

/**
 * Looking at some views writes an entry that says who looked (R14). They are asked for when somebody opens them or when what they show
 * has changed, and never because a window got the focus, the network came back or a clock ticked.
 */
export const readingOf = (endpoint: Pick<Endpoint, 'journaled'>, every?: number) =>
  endpoint.journaled
    ? { refetchOnWindowFocus: false, refetchOnReconnect: false, refetchInterval: false as const }
    : { refetchInterval: every ?? (false as const) }

interface ReadOptions<E> {
  params?: ParamsOf<E>
  query?: QueryOf<E>
  /** Ask again every so many milliseconds while the page is visible. */
  every?: number
  enabled?: boolean
}

/** A view of the server. `problem` is set on a refusal or fault; `data` stays on the screen while it is asked again. */
export const useCall = <E extends Endpoint>(endpoint: E, options: ReadOptions<E> = {}) => {
  const asked = useQuery({
    queryKey: [endpoint.name, options.params ?? {}, options.query ?? {}],
    queryFn: ({ signal }): Promise<AnswerOf<E>> =>
      client.call(endpoint, { params: options.params, query: options.query, signal }),
    ...readingOf(endpoint, options.every),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  })
  return {
    data: asked.data,
    problem: problemFrom(asked.error),
    isLoading: asked.isPending && asked.fetchStatus !== 'idle',
    isStale: asked.isPlaceholderData,
    reload: asked.refetch,
  }
}

export interface ActInput<E> {
  params?: ParamsOf<E>
  body?: BodyOf<E> | Record<string, unknown>
  /** The version that the person has seen; sent as If-Match. */
  version?: number
}

/**
 * One act of a form. The idempotency key lives as long as the form's outcome is unknown (lost connection, fault), so that
 * pressing the button again cannot record the act twice; a definite answer, yes or no, ends it.
 * After success every view is asked again.
 */
export const useAct = <E extends Endpoint>(endpoint: E, done?: (answer: AnswerOf<E>) => void) => {
  const queries = useQueryClient()
  const key = useRef<string | undefined>(undefined)
  const act = useMutation({
    mutationFn: async (input: ActInput<E>): Promise<AnswerOf<E>> => {
      key.current ??= crypto.randomUUID()
      return client.call(endpoint, { ...input, idempotencyKey: key.current })
    },
    onSuccess: answer => {
      key.current = undefined
      done?.(answer)
      void queries.invalidateQueries()
    },
    onError: error => {
      if (isCertain(error)) key.current = undefined
      // The chair may have been changed in another window: ask who sits here.
      if (isAnswer(error) && (error.problem.status === 401 || error.problem.status === 403))
        void queries.invalidateQueries({ queryKey: [viewMe.name] })
    },
  })
  return {
    run: (input: ActInput<E>): void => {
      if (!act.isPending) act.mutate(input)
    },
    /** As `run`, for acts that follow one another; undefined when the server said no (`problem` is set then). */
    runAndWait: async (input: ActInput<E>): Promise<AnswerOf<E> | undefined> =>
      act.mutateAsync(input).catch(() => undefined),
    isRunning: act.isPending,
    problem: problemFrom(act.error),
    answer: act.data,
    reset: act.reset,
  }
}

/** A single call outside a component. Throws ProblemError. */
export const callOnce = client.call

export interface FieldError {
  /** JSON pointer into the body, for example `/person/names/0/last`. */
  pointer: string
  message: string
}

/** The field errors of a problem; empty when it is about the whole act. */
export const fieldErrorsOf = (problem: Problem | undefined): FieldError[] =>
  (problem?.errors ?? []).map(({ pointer, message }) => ({ pointer: pointer.replace(/^\/body(?=\/|$)/, ''), message }))
