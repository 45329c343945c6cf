import type { FormSchema } from '#capabilities/catalogue/contract.ts'
import type { Example, Usage } from '../example.ts'
import { fieldsScript } from './fields-script.ts'
import { SchemaFields } from './schema-form.tsx'

export const usage: Usage = {
  title: '表单字段',
  when: '请人填写一项内容。标签在上，说明在标签下，错误在输入框上方。',
  whenNot: '已经知道的内容不再问；只读内容用要点列表。',
  script: fieldsScript,
}

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
    { name: 'born', label: '出生日期', type: 'date', required: true, section: '申请人' },
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

/** As many places as a real county has: first the town, then the village. */
const county = Array.from({ length: 12 }, (_town, at) => ({
  code: `9901010${String(at + 10)}000`,
  name: `第${at + 1}镇`,
  children: Array.from({ length: 20 }, (_village, number) => ({
    code: `9901010${String(at + 10)}${String(number + 201)}`,
    name: `第${number + 1}村`,
  })),
}))
const place: FormSchema = { title: '在哪里', fields: schema.fields.filter(({ type }) => type === 'region') }

export const examples: Example[] = [
  {
    title: '没填',
    node: (
      <form>
        <SchemaFields schema={schema} values={{}} regions={regions} />
      </form>
    ),
  },
  {
    title: '填好',
    node: (
      <form>
        <SchemaFields
          schema={schema}
          values={{
            name: '测试甲',
            citizenId: '11010519491231002X',
            creditCode: '91350100M000100Y43',
            phone: '19900000001',
            born: '1949-12-31',
            cost: '1200.50',
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
    title: '填错',
    node: (
      <form>
        <SchemaFields
          schema={schema}
          values={{ people: '三个', born: '1949-12-', citizenId: '11010519491231002' }}
          errors={schema.fields.map((field) => ({ field: field.name, message: `请核对“${field.label}”` }))}
          regions={regions}
        />
      </form>
    ),
  },
  {
    title: '先选镇，再选村',
    node: (
      <form>
        <SchemaFields schema={place} values={{ region: '990101011203' }} regions={county} />
      </form>
    ),
  },
]
