/**
 * The data sets that departments report of their cases (汇聚库 up_pro_*), with the fields the rules read. Everything else a
 * file carries, above all who applied, is dropped on reading: supervision of an office needs no applicant
 * (个人信息保护法第六条).
 */
export interface Field {
  name: string
  title: string
  required?: boolean
  /** A day or a moment; a `future` one may lie ahead, as a promise does. */
  time?: 'past' | 'future'
}

export const DATASETS = ['accept', 'process', 'special', 'material', 'result'] as const
export type Dataset = (typeof DATASETS)[number]

interface Shape {
  table: string
  title: string
  /** The field by which a file shows what it is. */
  mark: string
  fields: readonly Field[]
  /** One line a case; a later one takes its place. Others are told apart by their content. */
  single: boolean
}

const PROJECT_NO: Field = { name: 'projectNo', title: '办件编号', required: true }
const ORG: readonly Field[] = [
  { name: 'orgName', title: '办理部门' },
  { name: 'orgCode', title: '部门统一社会信用代码' },
]
const HANDLER: Field = { name: 'handleUserName', title: '办理人员' }

export const SHAPES: Readonly<Record<Dataset, Shape>> = {
  accept: {
    ...{ table: 'up_pro_accept', title: '受理信息', mark: 'acceptDate', single: true },
    fields: [
      PROJECT_NO,
      { name: 'taskCode', title: '实施编码' },
      { name: 'catalogCode', title: '基本编码' },
      { name: 'taskName', title: '事项名称', required: true },
      { name: 'applyDate', title: '申请时间', time: 'past' },
      { name: 'acceptDate', title: '受理时间', required: true, time: 'past' },
      { name: 'promiseDate', title: '承诺办结时间', time: 'future' },
      ...ORG,
      HANDLER,
    ],
  },
  process: {
    ...{ table: 'up_pro_process', title: '过程信息', mark: 'processName', single: false },
    fields: [
      PROJECT_NO,
      { name: 'processName', title: '环节名称', required: true },
      { name: 'eventName', title: '业务动作', required: true },
      { name: 'eventStartTime', title: '开始时间', required: true, time: 'past' },
      { name: 'eventEndTime', title: '结束时间', required: true, time: 'past' },
      { ...HANDLER, required: true },
      ...ORG,
    ],
  },
  special: {
    ...{ table: 'up_pro_special_procedure', title: '特别程序', mark: 'specialTime', single: false },
    fields: [
      PROJECT_NO,
      { name: 'specialType', title: '种类', required: true },
      { name: 'specialName', title: '特别程序名称', required: true },
      { name: 'specialTime', title: '开始时间', required: true, time: 'past' },
      { name: 'endTime', title: '结束时间', required: true, time: 'future' },
    ],
  },
  material: {
    ...{ table: 'up_pro_material', title: '材料信息', mark: 'materialName', single: false },
    fields: [
      PROJECT_NO,
      { name: 'materialName', title: '材料名称', required: true },
      { name: 'getType', title: '收取方式', required: true },
      { name: 'getNum', title: '收取数量' },
    ],
  },
  result: {
    ...{ table: 'up_pro_result', title: '办结信息', mark: 'resultDate', single: true },
    fields: [
      PROJECT_NO,
      { name: 'resultType', title: '办结结果', required: true },
      { name: 'resultDate', title: '办结时间', required: true, time: 'past' },
      ...ORG,
      HANDLER,
    ],
  },
}

/** Columns every data set may carry: whether a line is new, changed or taken back (I/U/D), and its own id. */
export const COMMON: readonly Field[] = [
  { name: 'cdOperation', title: '同步类型' },
  { name: 'rowGuid', title: '行标识' },
]

/** `project_no`, `PROJECT_NO` and `projectNo` are one name; Chinese titles are taken as well. */
export function fieldNamed(dataset: Dataset, heading: string): Field | undefined {
  const plain = flat(heading)
  return [...SHAPES[dataset].fields, ...COMMON].find(
    ({ name, title }) => flat(name) === plain || title === heading.trim(),
  )
}

/** Which data set these columns are of. */
export function datasetOf(headings: readonly string[]): Dataset | undefined {
  return DATASETS.find((dataset) => {
    const { mark } = SHAPES[dataset]
    return headings.some((heading) => fieldNamed(dataset, heading)?.name === mark)
  })
}

/** The data set of a table's name, as the keys of a JSON file have it. */
export function datasetOfTable(table: string): Dataset | undefined {
  return DATASETS.find((dataset) => flat(SHAPES[dataset].table) === flat(table))
}

/** Columns of an empty file of each kind, in Chinese; those that must be there come first. */
export function templates(): { title: string; columns: string[] }[] {
  return DATASETS.map((dataset) => {
    const { title, fields } = SHAPES[dataset]
    const must = fields.filter(({ required }) => required === true)
    const may = fields.filter(({ required }) => required !== true)
    return { title, columns: [...must, ...may].map((field) => field.title) }
  })
}

const flat = (name: string): string => name.trim().replaceAll('_', '').toLowerCase()
