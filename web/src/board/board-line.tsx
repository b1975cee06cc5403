import { formatTime } from '../format.ts'
import { boardWords as words } from '../words/words.ts'
import type { LiveBoard } from './live-board.ts'

/** Whether the board is live. A lost line says since when; silence is never taken for calm. */
export const BoardLine = ({ line, lostAt }: Pick<LiveBoard, 'line' | 'lostAt'>) => (
  <output className={`board-live board-live--${line}`}>
    {line === 'lost' && words.lost(lostAt ? formatTime(lostAt) : '')}
    {line === 'resumed' && words.resumed}
    {line === 'live' && words.live}
  </output>
)
