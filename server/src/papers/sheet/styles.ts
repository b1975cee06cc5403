import type { Weight } from '../fonts/font-files.ts'

export interface Style {
  readonly size: number
  readonly weight: Weight
  /** From one baseline to the next. */
  readonly leading: number
  readonly color: string
}

const ink = '#1b1b1b'
const gray = '#565c65'
export const hairline = '#8d9297'
export const tint = '#f0f0f0'

const style = (size: number, leading: number, weight: Weight = 'regular', color = ink): Style => ({
  size,
  weight,
  leading,
  color,
})

/** Grays keep 4.5 : 1 against white and against the tint, on paper and on a screen. */
export const styles = {
  court: style(11, 14, 'bold'),
  title: style(19, 24, 'bold'),
  heading: style(11.5, 15, 'bold'),
  body: style(10, 14),
  strong: style(10, 14, 'bold'),
  small: style(8, 11, 'regular', gray),
  label: style(7.5, 10, 'regular', gray),
  value: style(10.5, 14),
  party: style(12, 17, 'bold'),
  cell: style(9, 12),
  columnTitle: style(8, 11, 'bold'),
  order: style(16, 20, 'bold'),
  banner: style(9, 12, 'bold'),
  foot: style(7, 9, 'regular', gray),
} as const
