import type { About } from '../chapters/chapter-page.ts'
import type { ActField } from '../contract/act-field.ts'
import { contrary, DRAFTED, proposedDenial } from './proposed.ts'

/** What a denial asks (第三十八条第二款): reasons, as the review gave them where it came to the same, and the law they stand on. */
export function denyFields(about: About): ActField[] {
  const drafted = proposedDenial(about)
  const against = contrary(about, 'deny')
  const plain = '会写进给申请人的决定书，至少10个字'
  return [
    {
      ...{
        name: 'reason',
        label: '不予的理由',
        type: 'long-text',
        required: true,
        least: 10,
        maxLength: 2000,
      },
      ...(drafted === undefined ? {} : { start: drafted }),
      hint: drafted === undefined ? [against, plain].filter(Boolean).join('；') : DRAFTED.denial,
    },
    {
      ...{ name: 'basis', label: '依据的法律条款', type: 'text', required: true, least: 4, maxLength: 500 },
      hint: `写到条、款、项，例如：行政许可法第三十八条第二款${lawsToRead(about)}`,
    },
    {
      ...{ name: 'falseMaterials', label: '申请人隐瞒情况或者提供虚假材料', type: 'yes-no', required: false },
      ...{ sent: 'boolean', hint: '是的，同时给予警告；涉及公共安全、人身健康的事项一年内不得再次申请' },
    },
  ]
}

/** Named to be read, never filled in: which of them the applicant falls short of only a person can say. */
function lawsToRead({ item }: About): string {
  const laws = item.legalBasis.filter(({ verified }) => verified).slice(0, 2)
  const named = laws.map(({ law, article }) => `${law.replace(/[《》]/gu, '')}${article}`)
  return named.length === 0 ? '' : `。这个事项的设定依据：${named.join('、')}`
}
