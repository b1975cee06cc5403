import { utf8 } from '../bytes.ts'

/** What an Ed25519 cosigner signs (C2SP tlog-cosignature, type 04): header, time, and the whole text of the checkpoint. */
export function cosignedMessage(checkpointText: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${checkpointText}`)
}

/** POSIX seconds as an unsigned 64-bit big-endian number. Throws RangeError on what is no such time. */
export function writeTimestamp(time: number): Uint8Array {
  if (!Number.isSafeInteger(time) || time < 0) throw new RangeError('a time in whole seconds since 1970')
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time))
  return bytes
}

/** The time before a cosignature; undefined beyond 2^53 - 1 seconds. */
export function readTimestamp(bytes: Uint8Array): number | undefined {
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0))
  return Number.isSafeInteger(time) ? time : undefined
}
