import { OUT_OF_REACH } from './out-of-reach.ts'

/** What the month in the suite does not come to, act by act and code by code, each with its reason. A year has to. */
export const BEYOND_A_MONTH: ReadonlyMap<string, string> = new Map([
  ...OUT_OF_REACH,
  [
    'rights-changed',
    'a post or a power has to change between what somebody read and what is written, and no retry may help',
  ],
])
