import type { Example, Usage } from '../example.ts'
import { Paging } from './paging.tsx'

export const usage: Usage = {
  title: '翻页',
  when: '列表一页放不下，给“下一页”和“回到最前”。',
  whenNot: '十来条以内直接放完；不要给一长排页码。',
}

export const examples: Example[] = [
  {
    title: '中间一页',
    node: (<Paging what="办件" first="/my" next="/my?cursor=x" />) as Example['node'],
  },
]
