import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import type { Example } from '../example.ts'
import { SchemaFields } from './schema-form.tsx'

const options = [
  { value: 'a', label: '甲类' },
  { value: 'b', label: '乙类' },
]
const many = Array.from({ length: 12 }, (_, at) => ({ value: `v${at}`, label: `第${at + 1}种` }))

/** Every type of the form vocabulary, conditional questions under a yes, a tick and a long list. */
const schema: FormSchema = {
  title: '示例表',
  fields: [
    { name: 'name', label: '姓名', type: 'text', element: 'party.name', required: true, section: '申请人' },
    {
      name: 'citizenId',
      label: '身份证号',
      type: 'citizen-id',
      required: true,
      hint: '18位。',
      section: '申请人',
    },
    {
      name: 'creditCode',
      label: '统一社会信用代码',
      type: 'credit-code',
      required: false,
      section: '申请人',
    },
    {
      name: 'phone',
      label: '电话',
      type: 'phone',
      element: 'party.phone',
      required: true,
      section: '申请人',
    },
    { name: 'agent', label: '是不是代办', type: 'yes-no', required: true, section: '申请人' },
    {
      name: 'agentName',
      label: '代办人姓名',
      type: 'text',
      required: true,
      section: '申请人',
      showWhen: { field: 'agent', equals: 'yes' },
    },
    { name: 'from', label: '从哪天开始', type: 'date', required: true, section: '内容' },
    { name: 'people', label: '几个人', type: 'integer', required: true, section: '内容' },
    { name: 'cost', label: '花多少钱', type: 'money-yuan', required: false, section: '内容' },
    { name: 'kind', label: '哪一类', type: 'choice', required: true, options, section: '内容' },
    { name: 'kinds', label: '有哪些', type: 'choices', required: true, options, section: '内容' },
    {
      name: 'other',
      label: '乙类的名称',
      type: 'text',
      required: true,
      section: '内容',
      showWhen: { field: 'kinds', equals: 'b' },
    },
    { name: 'way', label: '用哪种办法', type: 'choice', required: true, options: many, section: '内容' },
    {
      name: 'wayNote',
      label: '第2种的说明',
      type: 'long-text',
      required: true,
      section: '内容',
      showWhen: { field: 'way', equals: 'v1' },
    },
    { name: 'region', label: '在哪里', type: 'region', required: true },
    { name: 'remark', label: '还有什么要说明', type: 'long-text', required: false },
  ],
}

const regions = [
  { code: '990101001000', name: '示例街道', children: [{ code: '990101001001', name: '第一社区' }] },
]

export const examples: Example[] = [
  {
    title: 'empty',
    node: (
      <form>
        <SchemaFields schema={schema} values={{}} regions={regions} />
      </form>
    ),
  },
  {
    title: 'filled',
    node: (
      <form>
        <SchemaFields
          schema={schema}
          values={{
            name: '测试甲',
            agent: 'yes',
            agentName: '测试乙',
            kind: 'a',
            kinds: ['a', 'b'],
            way: 'v1',
            region: '990101001001',
            from: '2026-12-01',
          }}
          regions={regions}
        />
      </form>
    ),
  },
  {
    title: 'wrong',
    node: (
      <form>
        <SchemaFields
          schema={schema}
          values={{ people: '三个' }}
          errors={schema.fields.map((field) => ({ field: field.name, message: `请核对“${field.label}”` }))}
          regions={regions}
        />
      </form>
    ),
  },
]
