import { type BoardEvent, streamBoard } from '@pars/contract'
import { useEffect, useRef } from 'react'

interface Watched {
  arrestId: string
  /** The newest journal number that the screen shows. */
  after: number
  isAllowed: boolean
  onChange: () => void
}

/** Calls when an act about this arrest was recorded elsewhere. Opening a record is journaled, so it is not polled but told. */
export const useArrestChanges = ({ arrestId, after, isAllowed, onChange }: Watched): void => {
  const latest = useRef({ after, onChange })
  latest.current = { after, onChange }
  useEffect(() => {
    if (!isAllowed) return
    const source = new EventSource(`${streamBoard.path}?after=${latest.current.after}`)
    let timer: ReturnType<typeof setTimeout> | undefined
    const hear = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as BoardEvent
      const isAbout =
        event.type === 'row' ? event.row.arrestId === arrestId : event.type === 'gone' && event.arrestId === arrestId
      if (!isAbout && event.type !== 'reload') return
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (event.number > latest.current.after) latest.current.onChange()
      }, 400)
    }
    for (const type of ['message', 'row', 'gone', 'reload']) source.addEventListener(type, hear)
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [arrestId, isAllowed])
}
