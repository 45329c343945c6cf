import type { Example } from '../example.ts'
import { ErrorSummary } from './error-summary.tsx'

export const examples: Example[] = [
  { title: 'one', node: <ErrorSummary problems={[{ message: '账号或者密码不对，请再试一次' }]} /> },
  {
    title: 'two',
    node: (
      <div>
        <ErrorSummary
          problems={[
            { target: 'field-x', message: '请填写“姓名”' },
            { target: '/apply/1/form#field-y', message: '请填写“电话”' },
          ]}
        />
        <input class="field-input" id="field-x" aria-label="姓名" />
      </div>
    ),
  },
]
