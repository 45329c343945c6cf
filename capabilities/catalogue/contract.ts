import { Type as T, type Static } from 'typebox'
import { Limit } from './contract/limit.ts'
import { Process } from './contract/process.ts'
import { Material } from './contract/material.ts'
import { FormSchema } from './contract/form.ts'
import { LegalBasis } from './contract/legal-basis.ts'
import { Lifecycle } from './contract/lifecycle.ts'
import { Term } from './contract/term.ts'
import { Delegation, GrantDocument } from './contract/delegation.ts'
import { BasicCode, TaskCode } from './contract/codes.ts'
import { Fee } from './contract/fee.ts'
import { Situation } from './contract/situation.ts'
import { GuideParts, Themes } from './contract/guide-parts.ts'

export { Material } from './contract/material.ts'
export { Limit } from './contract/limit.ts'
export { Answer, Commitment, ProcessStep } from './contract/process.ts'
export { FormSchema, FormField } from './contract/form.ts'
export { LegalBasis } from './contract/legal-basis.ts'
export { Span, Term } from './contract/term.ts'
export {
  SayingsFile,
  ScenesFile,
  type Navigation,
  type Saying,
  type Scene,
  type Undertaking,
} from './contract/navigation.ts'
export { Lifecycle, type Renewal } from './contract/lifecycle.ts'
export { Delegation, GrantDocument } from './contract/delegation.ts'
export { Situation, SplitStandard } from './contract/situation.ts'
export { DataElement, ElementsFile } from './contract/element.ts'
export { GUIDE_ELEMENTS, GuideParts, Themes, type GuideElement } from './contract/guide-parts.ts'
export {
  Layer,
  LayerException,
  LineageEntry,
  Origin,
  type PlacedLayer,
  type Standing,
} from './contract/layer.ts'
export type {
  BatchView,
  BothTiersRow,
  GuidingCounty,
  ReadyRow,
  RoundView,
} from './contract/delegation-routes.ts'
export type { ChangeDetail, ChangeSummary, ImpactLine } from './contract/change.ts'
export type { AmendedPower, NewPower, PowerView, TakenBack } from './contract/power-routes.ts'
export type { SinkingView } from './contract/sinking-routes.ts'

const text = (maxLength: number) => T.String({ minLength: 1, maxLength })

/** The fourteen domains of LC-3.4-01 (十四领域), in the order of the clause. */
export const DOMAINS = [
  'market-access',
  'land-use',
  'household-registration',
  'pension',
  'medical-insurance',
  'civil-affairs',
  'social-assistance',
  'health',
  'employment',
  'veterans',
  'elderly',
  'disability',
  'farm-benefits',
  'legal-services',
] as const

/** Who decides: a named body of the area, or the government of whichever town or street the matter falls to. */
export const DecidingBody = T.Object(
  {
    kind: T.Enum(['body', 'town']),
    /** Id of the body in the pack (`bodies.json`); absent for `town`. */
    body: T.Optional(text(60)),
    /** With `town`: the law names towns (乡镇人民政府) and leaves out street offices (街道办事处). */
    townsOnly: T.Optional(T.Boolean()),
  },
  { additionalProperties: false },
)

/** 区级自办, 区级下放镇办, 镇级自有 (LS-1-01). */
export const OWNER_TIERS = ['county', 'county-to-town', 'town'] as const
export type OwnerTier = (typeof OWNER_TIERS)[number]

/** 窗口领取, 电子送达, 邮寄送达. */
export const DeliveryMode = T.Enum(['window', 'electronic', 'post'])
export type DeliveryMode = Static<typeof DeliveryMode>

/**
 * One version of an implementation list entry (实施清单), GB/T 39046 table 4 and standards.md §1.4.
 * Guide, form, intake checklist, process and clock of a case all come from the version it was received under.
 */
export const ItemVersion = T.Object(
  {
    id: T.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }),
    version: T.Integer({ minimum: 1 }),
    effectiveFrom: T.String({ format: 'date' }),
    effectiveTo: T.Optional(T.String({ format: 'date' })),
    name: text(200),
    /** How people say it (日常用语), for search. */
    aliases: T.Array(text(60), { maxItems: 30 }),
    domain: T.Enum([...DOMAINS]),
    /** Life and business scenes (主题), in Chinese. */
    topics: T.Array(text(30), { maxItems: 12 }),
    /** 自然人、法人主题分类 by the national code lists. */
    themes: T.Optional(Themes),
    codes: T.Object({
      /** 12-digit base code (基本编码); `verified: false` means a placeholder of the right form [K]. */
      catalogCode: BasicCode,
      /** 31 signs (实施编码) where the body has registered one; left out, it is made of body, level and base code. */
      taskCode: T.Optional(TaskCode),
      legacyCode: T.Optional(text(50)),
      verified: T.Boolean(),
    }),
    /** GB/T 39046 A.1: 01 许可, 05 给付, 07 确认, 08 奖励, 09 裁决, 10 其他, 20 公共服务. */
    itemType: T.Enum(['01', '05', '07', '08', '09', '10', '20']),
    /** 1 即办件, 2 承诺件. */
    projectType: T.Enum(['1', '2']),
    decidingBody: DecidingBody,
    /** standards.md §1.1 权力来源 1–6. */
    powerSource: T.Optional(T.Enum(['1', '2', '3', '4', '5', '6'])),
    entrustingBody: T.Optional(text(100)),
    delegation: T.Optional(Delegation),
    /** The department this item was taken over from (划转); its own seal is no longer used for it (YY-1.2.2-03). */
    transferredFrom: T.Optional(text(60)),
    /**
     * Whose power it is between county and town (区镇事权, LS-1-01): 区级自办, 区级下放镇办, 镇级自有. No version is published without it
     * (check CAT-01); versions published before there was one show it in their row.
     */
    ownerTier: T.Optional(T.Enum([...OWNER_TIERS])),
    /** 行使层级: 4 county, 5 town, 6 village. */
    useLevels: T.Array(T.Enum(['3', '4', '5', '6']), { minItems: 1 }),
    /** 服务对象, engineering values 1 自然人 2 企业法人 3 事业法人 4 社会组织法人 5 非法人企业 6 行政机关 9 其他. */
    serves: T.Array(T.Enum(['1', '2', '3', '4', '5', '6', '9']), { minItems: 1 }),
    summary: text(300),
    legalBasis: T.Array(LegalBasis, { minItems: 1, maxItems: 20 }),
    conditions: T.Array(text(500), { minItems: 1, maxItems: 30 }),
    notAccepted: T.Array(text(500), { maxItems: 30 }),
    materials: T.Array(Material, { minItems: 1, maxItems: 40 }),
    /** Absent when no law sets one; then only the promise binds. */
    statutoryLimit: T.Optional(Limit),
    promisedLimit: Limit,
    process: Process,
    /** What its holder may apply for later (变更、延续、注销). */
    lifecycle: T.Optional(Lifecycle),
    /**
     * 直接关系公共安全、人身健康、生命财产安全的事项: whoever conceals or deceives may not apply again for one or three years
     * (行政许可法第七十八条、第七十九条); `basis` says why the matter is one.
     */
    publicSafety: T.Optional(T.Object({ basis: text(300) }, { additionalProperties: false })),
    specialProcedures: T.Array(
      T.Object(
        { name: text(60), basis: text(300), limit: T.Optional(Limit) },
        { additionalProperties: false },
      ),
      { maxItems: 8 },
    ),
    quantityLimit: T.Optional(text(256)),
    intermediaryServices: T.Optional(text(500)),
    fee: Fee,
    result: T.Object(
      {
        /** 1 证照 2 批文 3 其他 4 无. */
        type: T.Enum(['1', '2', '3', '4']),
        name: text(200),
        /** How long it is in force, as people read it. */
        validity: T.Optional(text(200)),
        /** The same as a rule that a grant obeys. */
        term: T.Optional(Term),
        /**
         * It gives one citizen a qualification or standing of their own (赋予公民特定资格), so that it ends with their death, or with their
         * incapacity as well (行政许可法第七十条第二项); `basis` says by which rule.
         */
        personal: T.Optional(
          T.Object(
            { endsWith: T.Enum(['death', 'death-or-incapacity']), basis: text(300) },
            { additionalProperties: false },
          ),
        ),
        sampleNote: T.Optional(text(300)),
      },
      { additionalProperties: false },
    ),
    delivery: T.Array(DeliveryMode, { minItems: 1 }),
    /** 办理形式: 1 窗口 2 电脑端 3 移动端 4 快递 9 其他. */
    handleTypes: T.Array(T.Enum(['1', '2', '3', '4', '9']), { minItems: 1 }),
    /** 网办深度 (多选 1–8). */
    onlineDepth: T.Array(T.Enum(['1', '2', '3', '4', '5', '6', '7', '8'])),
    /** 到办事现场次数. */
    visits: T.Integer({ minimum: 0, maximum: 9 }),
    visitReason: T.Optional(text(300)),
    /** Per tier: is the item received here (受理) or decided here (直接办理)? A missing tier does not offer it. LC-3.4-02. */
    entryModes: T.Object({
      hall: T.Optional(T.Enum(['accept', 'handle'])),
      centre: T.Optional(T.Enum(['accept', 'handle'])),
      station: T.Optional(T.Enum(['accept', 'handle'])),
    }),
    enquiryPhone: text(40),
    complaintPhone: text(40),
    rightsAndDuties: T.Array(text(300), { minItems: 1, maxItems: 12 }),
    remedies: T.Object({
      reconsideration: T.Object({ body: text(100), days: T.Integer({ minimum: 1 }), basis: text(200) }),
      litigation: T.Object({ court: text(100), months: T.Integer({ minimum: 1 }), basis: text(200) }),
      /** Where a special law puts another way first (法律援助法第四十九条): what follows 不服的，…, whole. */
      own: T.Optional(text(300)),
    }),
    faq: T.Array(T.Object({ question: text(300), answer: text(1000) }), { minItems: 1, maxItems: 20 }),
    form: FormSchema,
    /** 情形 (颗粒化): what differs for some by what they answer. */
    situations: T.Optional(T.Array(Situation, { minItems: 1, maxItems: 99 })),
    /** What a guide says beside what a case needs: 示范文本, 常见错误示例, and what does not apply. */
    guide: T.Optional(GuideParts),
    /** What could not be checked against a source, in Chinese, shown to editors ([K]). */
    unverified: T.Array(text(300), { maxItems: 40 }),
    source: text(500),
  },
  { additionalProperties: false },
)
export type ItemVersion = Static<typeof ItemVersion>

/** What a list or a search result shows of an item. */
export const ItemSummary = T.Object({
  id: T.String(),
  version: T.Integer(),
  name: T.String(),
  summary: T.String(),
  domain: T.String(),
  itemType: T.String(),
  projectType: T.String(),
  promisedLimit: Limit,
  visits: T.Integer(),
})
export type ItemSummary = Static<typeof ItemSummary>

/** A power given to a body for an item (own 法定, delegated 下放/授权, entrusted 委托), CAS-02, CAS-25. */
export const Grant = T.Object({
  id: T.String(),
  item: T.String(),
  body: T.String(),
  /** `*` or a place id within which the power may be used. */
  place: T.String(),
  kind: T.Enum(['own', 'delegated', 'entrusted']),
  powers: T.Array(T.Enum(['accept', 'decide', 'seal'])),
  from: T.String({ format: 'date' }),
  to: T.Optional(T.String({ format: 'date' })),
  basis: T.String(),
  /** The organ that gave it. */
  by: T.Optional(T.String()),
  document: T.Optional(GrantDocument),
  /** What it is bound to beside item, place and dates, as the document says it. */
  conditions: T.Optional(T.Array(T.String())),
  /** Taken back (收回): the first day without it. */
  takenBack: T.Optional(T.String({ format: 'date' })),
})
export type Grant = Static<typeof Grant>

export const catalogueRefusals = [
  'item-not-found',
  'item-not-in-force',
  'item-code-taken',
  'item-against-upper',
  'situation-breaks-standard',
  'item-owner-tier-missing',
] as const

/** Why the register of powers does not take something down; each with a sentence in `words.ts`. */
export const powerRefusals = [
  'power-grant-not-found',
  'power-forbidden-by-law',
  'power-entrusting-off',
  'power-re-entrusted',
  'power-not-held',
  'power-body-no-organ',
  'power-to-itself',
  'power-own-hand',
  'power-place-elsewhere',
  'power-days-reversed',
  'power-not-announced',
  'power-overlaps',
  'power-own-is-law',
  'power-ended',
  'power-day-past',
] as const
export type PowerRefusalCode = (typeof powerRefusals)[number]

/** Why something cannot be handed down, taken on, judged or sorted. */
export const delegationRefusals = [
  'power-only-by-batch',
  'delegation-no-town',
  'delegation-station-accepts',
  'delegation-decide-and-seal',
  'delegation-county-only',
  'delegation-not-asked',
  'delegation-opinion-missing',
  'delegation-opposed',
  'delegation-batch-unknown',
  'delegation-not-agreed',
  'training-not-over',
  'training-elsewhere',
  'judgement-not-county',
  'judgement-not-yours',
  'judgement-ground-against',
  'reception-not-yours',
  'reception-not-named',
  'reception-no-system',
  'reception-not-ready',
  'reception-before-batch',
  'reception-not-written',
  'reception-mend-by',
  'guiding-line-no-domain',
  'guiding-line-no-item',
  'sorting-not-asked',
  'sorting-open-lines',
  'sorting-day-past',
  'sorting-line-elsewhere',
  'station-training-past',
  'station-still-holds',
] as const
export type DelegationRefusalCode = (typeof delegationRefusals)[number]
