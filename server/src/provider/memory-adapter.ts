import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  readonly endsAt: number
}

const most = 5000

/**
 * What the local provider remembers of a sign-in under way, in memory only: a restart ends it, and nothing of it is worth keeping.
 * The oldest goes first when there are too many.
 */
export const memoryAdapter = (): ((model: string) => Adapter) => {
  const kept = new Map<string, Kept>()
  const read = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    return found && found.endsAt > Date.now() ? found.payload : undefined
  }
  return model => {
    const keyOf = (id: string): string => `${model} ${id}`
    const findWhere = (has: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
      const key = [...kept.keys()].find(
        candidate => candidate.startsWith(`${model} `) && has(kept.get(candidate)?.payload ?? {}),
      )
      return key === undefined ? undefined : read(key)
    }
    return {
      async upsert(id, payload, expiresIn) {
        kept.delete(keyOf(id))
        kept.set(keyOf(id), { payload, endsAt: Date.now() + (expiresIn || 3600) * 1000 })
        const oldest = kept.keys().next().value
        if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      },
      find: async id => read(keyOf(id)),
      findByUid: async uid => findWhere(payload => payload.uid === uid),
      findByUserCode: async code => findWhere(payload => payload.userCode === code),
      async consume(id) {
        const payload = read(keyOf(id))
        if (payload) payload['consumed'] = Math.floor(Date.now() / 1000)
      },
      async destroy(id) {
        kept.delete(keyOf(id))
      },
      // Of this model only: the sign-in under way names the grant of the one before it, and must outlive it.
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept)
          if (key.startsWith(`${model} `) && payload.grantId === grantId) kept.delete(key)
      },
    }
  }
}
