import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { supplementingDetail } from './views.ts'

/** A mistake of the form is put right in two steps: which answer, and then its own control. */
export const correctForm: CaseDetail['allowed'][number] = {
  act: 'correct-form',
  title: '当场更正申请表',
  tone: 'normal',
  help: '申请表填错的，可以当场改正，不需要补正告知书；原来填的和改后的都留在案卷里，办理期限不变。',
  input: {},
  fields: [
    {
      ...{ name: 'field', label: '更正哪一项', type: 'choice', required: true },
      options: [
        { value: 'band', label: '申领档次（现在填的是：90至99周岁）' },
        { value: 'phone', label: '联系电话（现在填的是：19900000001）' },
      ],
    },
    {
      ...{ name: 'value', label: '更正为', type: 'long-text', required: true },
      instead: {
        by: 'field',
        controls: {
          band: {
            ...{ name: 'value', label: '申领档次', type: 'choice', required: true, start: '90' },
            options: [
              { value: '90', label: '90至99周岁' },
              { value: '100', label: '100周岁以上' },
            ],
          },
          phone: { name: 'value', label: '联系电话', type: 'phone', required: true, start: '19900000001' },
        },
      },
    },
    {
      ...{ name: 'confirmed', type: 'yes-no', required: true, sent: 'boolean' },
      label: '我已核对，确认更正后的内容属实',
    },
  ],
}

/** A notice that names the form itself beside another paper; one mistake was put right already. */
export const formNoticeDetail: CaseDetail = {
  ...supplementingDetail,
  allowed: [correctForm],
  supplement: {
    ...supplementingDetail.supplement!,
    lines: [
      {
        ...{ material: 'application-form', name: '高龄津贴申领表', fromForm: true, mended: true },
        problem: '申领档次和出生日期不一致。',
        remedy: '请把申领档次改成100周岁以上。',
      },
      ...supplementingDetail.supplement!.lines,
    ],
  },
}
