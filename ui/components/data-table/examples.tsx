import type { Example, Usage } from '../example.ts'
import { DataTable } from './data-table.tsx'

export const usage: Usage = {
  title: '表格',
  when: '几行同样的内容要上下对比，如环节、费用、材料。手机上自动变成一条一条。',
  whenNot: '只有一行内容时用要点列表；只为排版时不用。',
}

const fees = [
  { name: '食品经营许可证（企业、单位新办，含网络经营和自动售货设备）', yuan: '0.00', at: '2026-11-20' },
  {
    name: 'https://example.gov.cn/very/long/address/without/any/break/at/all',
    yuan: '1200.50',
    at: '2026-11-22',
  },
]

export const examples: Example[] = [
  {
    title: '两行',
    node: (
      <DataTable
        caption="办理环节"
        rows={[
          { name: '受理', days: 1 },
          { name: '审查', days: 3 },
        ]}
        rowKey={(row) => row.name}
        columns={[
          { title: '环节', cell: (row) => row.name },
          { title: '用时', cell: (row) => `${row.days}个工作日` },
        ]}
      />
    ),
  },
  {
    title: '可以排序，有很长的词',
    node: (
      <DataTable
        caption="费用"
        rows={fees}
        rowKey={(row) => row.name}
        columns={[
          { title: '项目', cell: (row) => row.name },
          {
            title: '金额（元）',
            cell: (row) => row.yuan,
            figures: true,
            sort: { href: '?by=yuan', now: 'ascending' },
          },
          { title: '日期', cell: (row) => row.at, sort: { href: '?by=day' } },
        ]}
      />
    ),
  },
]
