import { plainHeading } from './plain-heading.ts'

/**
 * The fields of an implementation list (实施清单要素) by the names of the national exchange (GB/T 39046 表 4; 国家政务服务平台事项库),
 * in the order in which a catalogue leaves the house. Spellings are how offices head the same column.
 */
export const FIELDS = {
  taskName: ['事项名称', '名称', '事项', '权力名称', '职权名称', '实施事项名称', '政务服务事项名称'],
  catalogCode: ['基本编码', '事项基本编码', '国家基本编码', '基本码', '目录编码', '基本目录编码', '事项编码'],
  localCatalogCode: ['地方基本编码', '地方编码', '原编码', '旧编码', '职权编码', '权力编码'],
  taskCode: ['实施编码', '事项实施编码', '实施清单编码', '实施码'],
  localTaskCode: ['地方实施编码', '本地编号', '内部编号'],
  taskType: ['事项类型', '事项类别', '权力类型', '权力类别', '职权类型', '类型', '类别'],
  deptName: [
    '实施主体',
    ...[
      '实施主体名称',
      '实施机关',
      '实施部门',
      '实施单位',
      '责任单位',
      '责任部门',
      '主管部门',
      '部门',
      '单位',
    ],
    ...['部门名称', '单位名称'],
  ],
  deptCode: [
    '实施主体编码',
    ...[
      '实施主体代码',
      '实施主体统一社会信用代码',
      '统一社会信用代码',
      '信用代码',
      '组织机构代码',
      '机构代码',
    ],
    ...['部门编码', '部门代码', '单位编码'],
  ],
  useLevel: ['行使层级', '层级', '实施层级', '行使级别', '级别'],
  powerSource: ['权力来源', '职权来源'],
  entrustName: ['委托部门', '委托机关'],
  serverType: ['服务对象', '办理对象', '面向对象', '服务对象类型'],
  projectType: ['办件类型', '办理类型'],
  byLaw: ['设定依据', '设立依据', '法律依据', '法定依据', '实施依据', '依据'],
  acceptCondition: ['受理条件', '办理条件', '申请条件', '准予条件'],
  materials: ['申请材料', '申报材料', '办理材料', '材料', '所需材料'],
  anticipateDay: ['法定办结时限', '法定时限', '法定期限', '法定办理时限'],
  anticipateType: ['法定办结时限单位', '法定时限单位'],
  anticipateExplain: ['法定办结时限说明', '法定时限说明'],
  promiseDay: ['承诺办结时限', '承诺时限', '承诺期限', '承诺办理时限', '办理时限', '办结时限'],
  promiseType: ['承诺办结时限单位', '承诺时限单位', '办结时限单位'],
  promiseExplain: ['承诺办结时限说明', '承诺时限说明'],
  specialProcedure: ['特别程序'],
  limitExplain: ['数量限制', '数量限制说明'],
  serviceType: ['中介服务'],
  handleType: ['办理形式', '办理方式'],
  limitSceneNum: ['到办事现场次数', '到现场次数', '跑动次数', '最多跑动次数'],
  limitSceneExplain: ['必须现场办理原因', '必须现场原因', '必须到现场原因'],
  isOnline: ['是否网办', '是否可网上办理', '是否支持网办'],
  onlineHandleDepth: ['网办深度', '网上办理深度'],
  isEntryCenter: ['是否进驻政务大厅', '是否进驻大厅', '进驻大厅'],
  isExpress: ['是否支持物流快递', '是否支持快递', '物流快递'],
  isFee: ['是否收费', '收费情况'],
  feeBasis: ['收费依据', '收费依据及标准'],
  resultType: ['结果类型', '审批结果类型', '办理结果类型'],
  resultName: ['结果名称', '审批结果名称', '办理结果名称', '办理结果'],
  linkWay: ['咨询方式', '咨询电话', '联系电话'],
  superviseWay: ['监督投诉方式', '投诉电话', '监督电话', '监督方式', '监督投诉电话'],
  userTopicType: ['自然人主题分类', '面向自然人事项主题分类'],
  corpTopicType: ['法人主题分类', '面向法人事项主题分类'],
  planEffectiveDate: ['计划生效日期', '生效日期', '实施日期'],
  planCancelDate: ['计划取消日期', '取消日期', '失效日期'],
  taskVersion: ['事项版本', '版本', '版本号'],
  /** Lists in one cell; `details.ts` says how else a file holds them. */
  materialDetails: ['申请材料明细', '材料明细'],
  faqDetails: ['常见问题', '常见问题解答'],
  feeDetails: ['收费项目明细', '收费明细'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>
export type FieldId = keyof typeof FIELDS

export const FIELD_IDS = Object.keys(FIELDS) as FieldId[]

export const titleOf = (field: FieldId): string => FIELDS[field][0]

/** Which field a column heading means: by any spelling, or by the name in the exchange (`taskName`). */
export const fieldHeaded = (heading: string): FieldId | undefined => HEADED.get(plainHeading(heading))

const HEADED: ReadonlyMap<string, FieldId> = new Map(
  FIELD_IDS.flatMap((field) =>
    [field, ...FIELDS[field]].map((spelling) => [plainHeading(spelling), field] as const),
  ),
)

/** One line of a catalogue as its file says it; what is not in it was not said. */
export type Line = Readonly<Partial<Record<FieldId, string>>>
