import type { Example, Usage } from '../example.ts'
import { SearchBox } from './search-box.tsx'
import { suggestScript } from './suggest-script.ts'

export const usage: Usage = {
  title: '搜索框',
  when: '用自己的话找事项。首页用大的，其他页面放在页眉。',
  whenNot: '在一个列表里缩小范围时用筛选栏。',
  script: suggestScript,
}

export const examples: Example[] = [
  {
    title: '首页的大框',
    node: <SearchBox size="large" id="large-search" label="您要办什么事？" hint="用您自己的话说就行。" />,
  },
  { title: '页眉的小框，已填', node: <SearchBox size="small" id="small-search" value="开饭店" /> },
]
