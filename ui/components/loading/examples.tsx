import type { Example, Usage } from '../example.ts'
import { Loading } from './loading.tsx'

export const usage: Usage = {
  title: '正在处理',
  when: '文书还在生成、文件还在检查，要等几秒到几分钟。说清楚在等什么。',
  whenNot: '翻一页的等待不用，浏览器自己会显示。',
}

export const examples: Example[] = [
  { title: '只有一句话', node: <Loading text="正在检查文件" /> },
  {
    title: '可以先离开',
    node: (
      <Loading text="正在生成受理通知书" again="#again">
        <p>一般不到一分钟。您可以先离开，好了会发消息告诉您。</p>
      </Loading>
    ),
  },
]
