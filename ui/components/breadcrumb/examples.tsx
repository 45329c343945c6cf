import type { Example, Usage } from '../example.ts'
import { Breadcrumb } from './breadcrumb.tsx'

export const usage: Usage = {
  title: '面包屑',
  when: '页面比首页深两层以上，让人知道自己在哪、能一步退回上层。',
  whenNot: '办理步骤里不用，退回上一步用“上一步”；首页和只深一层的页面也不用。',
}

export const examples: Example[] = [
  {
    title: '上面有两层',
    node: (
      <Breadcrumb
        trail={[
          { text: '首页', href: '/' },
          { text: '市场准入', href: '/domains/market-access' },
        ]}
      />
    ),
  },
]
