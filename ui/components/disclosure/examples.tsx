import type { Example, Usage } from '../example.ts'
import { Disclosure } from './disclosure.tsx'

export const usage: Usage = {
  title: '展开说明',
  when: '少数人才需要的解释，收起来不挡别人的路。',
  whenNot: '大家都要读的内容不能收起；出错提示不能藏在里面。',
}

export const examples: Example[] = [
  {
    title: '收起',
    node: (
      <Disclosure summary="哪些情况办不了">
        <p>已经有一个摊位的。</p>
      </Disclosure>
    ),
  },
  {
    title: '展开',
    node: (
      <Disclosure summary="哪些情况办不了" open>
        <p>已经有一个摊位的。</p>
      </Disclosure>
    ),
  },
]
