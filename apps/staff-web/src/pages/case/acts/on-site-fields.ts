import type { ActField } from './act-field.ts'

/** What surveyors write down besides their names. */
export const surveyFields: readonly ActField[] = [
  { name: 'day', label: '勘验日期', type: 'date', required: true },
  {
    name: 'result',
    label: '勘验结论',
    type: 'choice',
    required: true,
    options: [
      { value: 'met', label: '符合条件' },
      { value: 'not-met', label: '不符合条件' },
    ],
  },
  findings('看到的情况', '逐项写明场所、设备、布局等实际情况，不符合的写明在哪里'),
]

/** What checkers write down; time to put right is given once. */
export function checkFields(again: boolean): readonly ActField[] {
  const options = [
    { value: 'met', label: again ? '已经改正，与承诺一致' : '与承诺一致' },
    ...(again ? [] : [{ value: 'rectify', label: '有问题，限期整改' }]),
    { value: 'broken', label: '与承诺不符' },
  ]
  return [
    { name: 'result', label: '核查结论', type: 'choice', required: true, options },
    findings('核查情况', '对照承诺逐条写明核查到的情况'),
  ]
}

function findings(label: string, hint: string): ActField {
  return {
    ...{ name: 'text', label, type: 'long-text', required: true, hint },
    ...{ least: 4, maxLength: 2000 },
  }
}
