import type { Example } from '../example.ts'
import { DataTable } from './data-table.tsx'

export const examples: Example[] = [
  {
    title: 'two rows',
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
]
