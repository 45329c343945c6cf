import type { Example, Usage } from '../example.ts'
import { SummaryList } from './summary-list.tsx'

export const usage: Usage = {
  title: '要点列表',
  when: '一项一值地读：申请人、电话、地址；提交前核对时每行带“修改”。',
  whenNot: '要上下对比的几行用表格。',
}

export const examples: Example[] = [
  { title: '只读', node: <SummaryList rows={[{ label: '咨询', content: '0000-0000001' }]} /> },
  {
    title: '核对和修改',
    node: (
      <SummaryList
        rows={[
          { label: '姓名', content: '测试甲', change: '#name' },
          { label: '说明', content: '一行\n两行', change: '#remark' },
        ]}
      />
    ),
  },
  {
    title: '有一处要改',
    node: (
      <SummaryList
        rows={[
          { label: '姓名', content: '测试甲', change: '#name' },
          { label: '电话', content: '123', change: '#phone', wrong: '请核对“电话”：手机号是11位数字' },
        ]}
      />
    ),
  },
]
