import type { Example } from '../example.ts'
import { Disclosure } from './disclosure.tsx'

export const examples: Example[] = [
  {
    title: 'closed',
    node: (
      <Disclosure summary="哪些情况办不了">
        <p>已经有一个摊位的。</p>
      </Disclosure>
    ),
  },
  {
    title: 'open',
    node: (
      <Disclosure summary="哪些情况办不了" open>
        <p>已经有一个摊位的。</p>
      </Disclosure>
    ),
  },
]
