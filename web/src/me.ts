import { viewMe } from '@pars/contract'
import { useCall } from './api.ts'

/** Who sits here and what they may do. A visitor of a rehearsal has no account and a short list. */
export const useMe = () => {
  const { data, isLoading, problem } = useCall(viewMe, { every: 60_000 })
  return {
    account: data?.account ?? null,
    role: data?.role ?? null,
    isLoading,
    problem,
    may: (permission: string): boolean => data?.may.includes(permission) ?? false,
  }
}

/** Where signing in starts; `to` is the page to come back to, `subject` the chair of a rehearsal. */
export const signInPath = (to: string, subject?: string): string => {
  const query = new URLSearchParams({ ...(subject ? { account: subject } : {}), to })
  return `/sign-in?${query}`
}
