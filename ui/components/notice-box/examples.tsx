import type { Example } from '../example.ts'
import { NoticeBox } from './notice-box.tsx'

export const examples: Example[] = (['plain', 'good', 'warn', 'bad'] as const).map((tone) => ({
  title: tone,
  node: (
    <NoticeBox tone={tone} title={`一句要读的话（${tone}）`} live={tone === 'good'}>
      <p>接下来怎么办。</p>
    </NoticeBox>
  ),
}))
