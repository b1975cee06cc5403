/** The bytes of each line without its line feed; what follows the last line feed is a line too, unless it is empty. */
export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    yield bytes.subarray(start, end)
    start = end + 1
  }
  if (start < bytes.length || bytes.length === 0) yield bytes.subarray(start)
}
