import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ReadableStream, TransformStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import type { BackupKey } from './backup-keys.ts'

/** Nothing came to be sealed: most often the program before it in the pipe failed. */
export class NothingToSeal extends Error {}
/** No key that is still kept opens the file. */
export class NoKeyOpens extends Error {}
/** The file was cut off or changed: what came out of it so far is not whole. */
export class NotWhole extends Error {}

/** A file appears under its name when it is whole and on disk, or not at all. */
const writeWhole = async (out: string, write: (file: Writable) => Promise<void>): Promise<void> => {
  const draft = `${out}.part`
  try {
    await write(createWriteStream(draft, { mode: 0o600, flush: true }))
    await rename(draft, out)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Encrypts what comes in for one key, as an age file. Answers how many bytes came. Throws NothingToSeal. */
export const sealTo = async (input: Readable, out: string, { recipient }: BackupKey): Promise<number> => {
  let bytes = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length
      controller.enqueue(chunk)
    },
  })
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const plain = (Readable.toWeb(input) as ReadableStream<Uint8Array>).pipeThrough(counted)
  const sealed = await encrypter.encrypt(plain as globalThis.ReadableStream<Uint8Array>)
  await writeWhole(out, async file => {
    await pipeline(Readable.fromWeb(sealed as ReadableStream<Uint8Array>), file)
    if (bytes === 0) throw new NothingToSeal('nothing came in')
  })
  return bytes
}

/** Decrypts a file by whichever of the keys opens it. Throws NoKeyOpens, NotWhole. */
export const openTo = async (file: string, keys: readonly BackupKey[], out: string | Writable): Promise<void> => {
  const decrypter = new Decrypter()
  for (const { identity } of keys) decrypter.addIdentity(identity)
  const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const plain = await decrypter.decrypt(sealed as globalThis.ReadableStream<Uint8Array>).catch((error: Error) => {
    throw new NoKeyOpens(error.message)
  })
  const pour = (target: Writable): Promise<void> =>
    pipeline(Readable.fromWeb(plain as ReadableStream<Uint8Array>), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== undefined && error.code !== 'ERR_INVALID_STATE') throw error
      throw new NotWhole(error.message)
    })
  await (typeof out === 'string' ? writeWhole(out, pour) : pour(out))
}
