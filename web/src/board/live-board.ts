import { type BoardEvent, type BoardRow, streamBoard, viewBoard } from '@pars/contract'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { useCall } from '../api.ts'
import { cityNow, setCityClock } from '../clock.ts'

/** Milliseconds without any event after which the line counts as dead: the server beats far more often. */
const silence = 45_000
/** Events of so many milliseconds are drawn together: a rehearsal that catches up sends a hundred in a second. */
const breath = 40

export interface LiveBoard {
  rows: ReadonlyMap<string, BoardRow>
  /** The newest journal number the screen knows; -1 before anything was loaded. */
  number: number
  line: 'connecting' | 'live' | 'lost' | 'resumed'
  /** When the line was lost, in the city's time; the last event's time when it fell silent without a word. */
  lostAt: string | undefined
  now: string | undefined
}

type Change =
  | { type: 'loaded'; rows: BoardRow[]; number: number; now: string }
  | { type: 'events'; events: readonly BoardEvent[] }
  | { type: 'open' }
  | { type: 'lost'; at: string | undefined }
  | { type: 'behind' }

const empty: LiveBoard = { rows: new Map(), number: -1, line: 'connecting', lostAt: undefined, now: undefined }

const withEvent = (board: LiveBoard, event: BoardEvent): LiveBoard => {
  const next = { ...board, number: Math.max(board.number, event.number), now: event.now, line: 'live' as const }
  if (event.type === 'row') return { ...next, rows: new Map(board.rows).set(event.row.arrestId, event.row) }
  if (event.type !== 'gone') return board.line === 'resumed' ? { ...next, line: 'resumed' } : next
  const rows = new Map(board.rows)
  rows.delete(event.arrestId)
  return { ...next, rows }
}

/** The board after something happened. An event that is older than what was loaded changes nothing. */
export const nextBoard = (board: LiveBoard, change: Change): LiveBoard => {
  switch (change.type) {
    case 'loaded': {
      if (change.number < board.number) return board
      const rows = new Map(change.rows.map(row => [row.arrestId, row]))
      return { ...board, rows, number: change.number, now: change.now }
    }
    case 'open':
      return { ...board, line: board.lostAt ? 'resumed' : 'live', lostAt: undefined }
    case 'lost':
      return board.line === 'lost' ? board : { ...board, line: 'lost', lostAt: change.at ?? board.now }
    case 'behind':
      return { ...board, number: -1 }
    case 'events':
      return change.events.reduce((next, event) => (isOld(next, event) ? next : withEvent(next, event)), board)
  }
}

const isOld = (board: LiveBoard, event: BoardEvent): boolean => {
  if (event.type === 'row') {
    const known = board.rows.get(event.row.arrestId)
    return known ? known.number > event.row.number : event.number < board.number
  }
  return event.type === 'gone' && event.number < board.number
}

interface Line {
  after: number
  dispatch: (change: Change) => void
  /** Loads the board again; answers its number, or undefined when it could not be had. */
  reload: () => Promise<number | undefined>
}

/** Hands events on, those of one breath together. */
const gatherEvents = (dispatch: Line['dispatch']) => {
  let gathered: BoardEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer = undefined
    const events = gathered
    gathered = []
    const last = events.at(-1)
    if (!last) return
    setCityClock(last.now)
    dispatch({ type: 'events', events })
  }
  return {
    add(event: BoardEvent) {
      gathered.push(event)
      timer ??= setTimeout(tell, breath)
    },
    drop() {
      clearTimeout(timer)
      timer = undefined
      gathered = []
    },
  }
}

/** Keeps one event stream open, resumes it by journal number, and starts over when it fell silent or too far behind. */
const openLine = ({ after, dispatch, reload }: Line): (() => void) => {
  const events = gatherEvents(dispatch)
  let source: EventSource | undefined
  let last = after
  let watch: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const startOver = async (number: number) => {
    source?.close()
    events.drop()
    dispatch({ type: 'behind' })
    last = (await reload()) ?? number
    if (!isOver) connect()
  }
  const hear = (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as BoardEvent
    last = Math.max(last, event.number)
    listen()
    if (event.type === 'reload') void startOver(event.number)
    else events.add(event)
  }
  const connect = () => {
    source?.close()
    source = new EventSource(`${streamBoard.path}?after=${last}`)
    for (const type of ['message', 'row', 'gone', 'beat', 'reload']) source.addEventListener(type, hear)
    source.onopen = () => {
      dispatch({ type: 'open' })
      listen()
    }
    source.onerror = () => {
      dispatch({ type: 'lost', at: new Date(cityNow()).toISOString() })
      listen(source?.readyState === EventSource.CLOSED ? 2_000 : silence)
    }
  }
  const listen = (patience = silence) => {
    clearTimeout(watch)
    watch = setTimeout(() => {
      dispatch({ type: 'lost', at: undefined })
      connect()
      listen()
    }, patience)
  }
  connect()
  listen()
  return () => {
    isOver = true
    clearTimeout(watch)
    events.drop()
    source?.close()
  }
}

/** The journal pushes lines; the next court session and its list are looked up again this often. */
const every = 15_000

/** The board: loaded from the tables, then pushed by the journal. */
export const useLiveBoard = () => {
  const first = useCall(viewBoard, { every })
  const [board, dispatch] = useReducer(nextBoard, empty)
  const reload = useRef(first.reload)
  reload.current = first.reload
  const { data } = first
  useEffect(() => {
    if (data) dispatch({ type: 'loaded', rows: data.rows, number: data.number, now: data.now })
  }, [data])
  const isLoaded = data !== undefined
  // What was loaded comes to the state one render later than the line opens.
  const after = useRef(0)
  after.current = Math.max(board.number, data?.number ?? 0)
  const again = useCallback(async () => (await reload.current()).data?.number, [])
  useEffect(() => {
    if (!isLoaded) return
    return openLine({ after: after.current, dispatch, reload: again })
  }, [isLoaded, again])
  return {
    ...board,
    isLoaded,
    problem: first.problem,
    alarms: data?.alarms ?? [],
    nextSession: data?.nextSession ?? null,
    reload: () => void again(),
  }
}
