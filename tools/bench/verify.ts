import { measureVerifyRate } from '../../packages/ledger/bench/verify-rate.ts'
import type { BenchResult } from './bench-result.ts'

/** A log of a million entries, verified whole from its files. */
export const benchVerify = async (): Promise<BenchResult[]> => [{ ...(await measureVerifyRate()), better: 'less' }]
