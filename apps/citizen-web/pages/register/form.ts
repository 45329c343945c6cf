import type { FormSchema } from '#capabilities/portal/contract.ts'

/** The real-name part of registering, checked by the same engine as every application. */
export const registerForm: FormSchema = {
  title: '注册',
  fields: [
    {
      name: 'name',
      label: '姓名',
      type: 'text',
      element: 'party.name',
      required: true,
      maxLength: 50,
      hint: '和身份证上写的一样。',
    },
    {
      name: 'citizenId',
      label: '身份证号',
      type: 'citizen-id',
      required: true,
      hint: '18位，最后一位可以是X。',
    },
    {
      name: 'phone',
      label: '手机号',
      type: 'phone',
      element: 'party.phone',
      required: true,
      hint: '用来联系您，也用来登录，不会公开。',
    },
  ],
}
