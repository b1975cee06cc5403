import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressPng } from '../compress-png.ts'

type Color = readonly [red: number, green: number, blue: number]

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const paeth = (a: number, b: number, c: number): number => {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}
const filters = [
  () => 0,
  (a: number) => a,
  (_a: number, b: number) => b,
  (a: number, b: number) => (a + b) >> 1,
  paeth,
] as const

/** As a browser writes it: eight bits, no alpha, each line by the next of the five filters. */
const pngOf = (rows: readonly (readonly Color[])[]): Buffer => {
  const width = rows[0]?.length ?? 0
  const head = Buffer.from([0, 0, 0, width, 0, 0, 0, rows.length, 8, 2, 0, 0, 0])
  const lines = rows.map(row => row.flat())
  const data = lines.flatMap((line, y) => {
    const filter = y % filters.length
    const before = lines[y - 1] ?? []
    return [
      filter,
      ...line.map(
        (byte, x) => (byte - (filters[filter]?.(line[x - 3] ?? 0, before[x] ?? 0, before[x - 3] ?? 0) ?? 0)) & 0xff,
      ),
    ]
  })
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const body = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from(data))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...body])
}

const partOf = (png: Buffer, name: string): Buffer => {
  const at = png.indexOf(name, 0, 'latin1')
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
}
const colorsOf = (png: Buffer, width: number): Color[][] => {
  const palette = partOf(png, 'PLTE')
  const raw = inflateSync(partOf(png, 'IDAT'))
  return Array.from({ length: raw.length / (width + 1) }, (_, y) =>
    Array.from({ length: width }, (_, x): Color => {
      const at = (raw[y * (width + 1) + 1 + x] ?? 0) * 3
      return [palette[at] ?? 0, palette[at + 1] ?? 0, palette[at + 2] ?? 0]
    }),
  )
}

test('a picture of few colors keeps every one of them, whatever its lines were filtered by', () => {
  const rows = Array.from({ length: 10 }, (_, y) =>
    Array.from({ length: 8 }, (_, x): Color => [(x * 37) % 256, (y * 91) % 256, (x * y * 13) % 256]),
  )
  expect(colorsOf(compressPng(pngOf(rows)), 8)).toEqual(rows)
})

test('a rare color becomes the nearest of the 256 commonest', () => {
  const common = Array.from({ length: 128 }, (_, at): Color => [at, at, 0])
  const others = Array.from({ length: 128 }, (_, at): Color => [0, at, 200])
  const rare: Color = [100, 101, 3]
  const rows = [common, common, others, others, [rare, ...common.slice(1)]]
  expect(colorsOf(compressPng(pngOf(rows)), 128)[4]?.[0]).toEqual([100, 100, 0])
})

test('what no browser writes is refused', () => {
  const png = pngOf([[[1, 2, 3]]])
  png[24] = 16
  expect(() => compressPng(png)).toThrow('no PNG as a browser writes it')
})
