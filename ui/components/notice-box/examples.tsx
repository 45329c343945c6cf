import type { Example, Usage } from '../example.ts'
import { NoticeBox } from './notice-box.tsx'

export const usage: Usage = {
  title: '提示框',
  when: '一件读了才好往下办的事，一页最多两个。绿色是成了，黄色要留心，红色要马上处理。',
  whenNot: '普通说明直接写段落；哪一格填错了用错误汇总。',
}

const notices = [
  ['plain', '说明', '本周六大厅照常开门', '上午9:00到11:30，只办身份证和社保。'],
  ['good', '成了', '已经提交', '我们最晚11月27日答复您，到时候发短信。'],
  ['warn', '要留心', '还差一份材料', '请在12月3日前补交，过了这天要重新申请。'],
  ['bad', '要马上处理', '没有付成', '钱没有扣。请再付一次，或者到窗口交。'],
] as const

export const examples: Example[] = notices.map(([tone, title, sentence, next]) => ({
  title,
  node: (
    <NoticeBox tone={tone} title={sentence} live={tone === 'good'}>
      <p>{next}</p>
    </NoticeBox>
  ),
}))
