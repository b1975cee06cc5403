import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

interface Picture {
  readonly width: number
  readonly height: number
  /** One number for each pixel, 0xRRGGBB. */
  readonly pixels: Uint32Array
}

const chunksOf = (png: Buffer): Map<string, Buffer> => {
  const chunks = new Map<string, Buffer>()
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const name = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    chunks.set(name, Buffer.concat([chunks.get(name) ?? Buffer.alloc(0), data]))
    at += length + 12
  }
  return chunks
}

const paeth = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** What each kind of PNG filter took away from a byte, by its three neighbors. */
const predictions: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  left => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
]

/** Reads what a browser writes: eight bits a channel, not interlaced. Throws on anything else. */
const readPng = (png: Buffer): Picture => {
  const chunks = chunksOf(png)
  const head = chunks.get('IHDR')
  const [depth, colorType, interlace] = [head?.[8], head?.[9], head?.[12]]
  const step = colorType === 6 ? 4 : 3
  if (!head || depth !== 8 || (colorType !== 2 && colorType !== 6) || interlace !== 0)
    throw new Error('this is no PNG as a browser writes it')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const raw = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  const row = width * step
  let above = Buffer.alloc(row)
  const pixels = new Uint32Array(width * height)
  for (let y = 0; y < height; y++) {
    const at = y * (row + 1)
    const line = Buffer.from(raw.subarray(at + 1, at + 1 + row))
    const predict = predictions[raw[at] ?? 0]
    if (!predict) throw new Error('this PNG has a filter that does not exist')
    for (let x = 0; x < row; x++)
      line[x] = ((line[x] ?? 0) + predict(line[x - step] ?? 0, above[x] ?? 0, above[x - step] ?? 0)) & 0xff
    for (let x = 0; x < width; x++) pixels[y * width + x] = line.readUIntBE(x * step, 3)
    above = line
  }
  return { width, height, pixels }
}

const distance = (one: number, other: number): number =>
  ((one >> 16) - (other >> 16)) ** 2 +
  (((one >> 8) & 0xff) - ((other >> 8) & 0xff)) ** 2 +
  ((one & 0xff) - (other & 0xff)) ** 2

/** The 256 commonest colors, and for each color which of them is nearest: a screen is flat areas and the edges of letters. */
const paletteOf = (pixels: Uint32Array): { palette: number[]; indexOf: Map<number, number> } => {
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const all = [...counts].sort(([, one], [, other]) => other - one).map(([color]) => color)
  const palette = all.slice(0, 256)
  const nearest = (color: number) =>
    palette.reduce((best, each, at) => (distance(each, color) < distance(palette[best] ?? 0, color) ? at : best), 0)
  return { palette, indexOf: new Map(all.map((color, at) => [color, at < 256 ? at : nearest(color)])) }
}

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([frame, body, sum])
}

/** The same picture of a screen in at most 256 colors, about a third of the size. */
export const compressPng = (png: Buffer): Buffer => {
  const { width, height, pixels } = readPng(png)
  const { palette, indexOf } = paletteOf(pixels)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  head[9] = 3
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = indexOf.get(pixels[y * width + x] ?? 0) ?? 0
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(color => [color >> 16, (color >> 8) & 0xff, color & 0xff]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
