import { Type as T, type Static } from 'typebox'
import { FIRM_THEMES, PERSON_THEMES } from './themes.ts'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })
const closed = <P extends T.TProperties>(properties: P) =>
  T.Object(properties, { additionalProperties: false })

const keys = <K extends string>(of: Readonly<Record<K, string>>) => Object.keys(of) as K[]
const codes = <K extends string>(of: Readonly<Record<K, string>>) =>
  T.Array(T.Enum(keys(of)), { minItems: 1, maxItems: 6, uniqueItems: true })

/** The twenty-six elements of a service guide, in the words and the order of DW-3.3.11-05 (指南要素齐全，26项). */
export const GUIDE_ELEMENTS = {
  name: '事项名称',
  'released-on': '发布日期',
  'effective-on': '实施日期',
  issuer: '发布机构',
  code: '事项编码',
  scope: '适用范围',
  type: '事项类别',
  basis: '设立依据',
  'accepting-body': '受理机构',
  'deciding-body': '决定机构',
  conditions: '办理条件',
  materials: '申报材料',
  ways: '办理方式',
  flow: '办理流程',
  limit: '办理时限',
  fee: '收费依据及标准',
  delivery: '结果送达',
  remedies: '行政救济途径与方式',
  enquiry: '咨询方式',
  complaint: '监督投诉渠道',
  'place-and-time': '办理地点和时间',
  progress: '办理进程和结果查询',
  form: '申报表单及其填写说明',
  example: '示范文本',
  'common-errors': '常见错误示例',
  faq: '常见问题解答',
} as const
export type GuideElement = keyof typeof GUIDE_ELEMENTS

/** What only people who read a guide need, and no case does. */
export const GuideParts = closed({
  /** 发布机构; left out, the body that decides publishes. */
  issuer: T.Optional(text(100)),
  /** 适用范围 in words of its own, where whom it serves does not say enough. */
  scope: T.Optional(text(500)),
  /** 示范文本: the form filled in as it should be, by the names of its fields; with made-up persons only. */
  example: T.Optional(T.Record(T.String({ maxLength: 40 }), text(400))),
  /** 常见错误示例: what people often get wrong, and how it is right. */
  commonErrors: T.Optional(
    T.Array(closed({ wrong: text(300), right: text(300) }), { minItems: 1, maxItems: 20 }),
  ),
  /** Elements this item cannot have, each with the reason; such a mark counts as saying it. */
  notApplicable: T.Optional(
    T.Array(closed({ element: T.Enum(keys(GUIDE_ELEMENTS)), reason: text(200) }), {
      minItems: 1,
      maxItems: 26,
    }),
  ),
})
export type GuideParts = Static<typeof GuideParts>

/** 自然人主题分类 and 法人主题分类 by code (userTopicType, corpTopicType of the national exchange). */
export const Themes = closed({
  person: T.Optional(codes(PERSON_THEMES)),
  firm: T.Optional(codes(FIRM_THEMES)),
})
export type Themes = Static<typeof Themes>
