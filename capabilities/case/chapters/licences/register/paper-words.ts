import { chineseDay } from '#engine/clock/explain.ts'
import type { Fact } from '#engine/fact.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Amendment, Ending, EndingGround, Meant } from '#capabilities/licence-seal/contract.ts'
import type { LicenceDossier } from '#capabilities/licence-seal/model.ts'
import { titleFor } from '../../../documents/papers.ts'
import { ENDING_TITLES, groundTitle } from './words.ts'

/** What officers wrote, as the papers of a licence need it. */
export interface LicenceTexts {
  reason?: string
  basis?: string
  conclusion?: string
  compensation?: string
  document?: string
  /** What is to be different, as it was told; what is different, line by line. */
  change?: string
  what?: string[]
  shownBy?: string
  validUntil?: string
}

interface Source {
  dossier: LicenceDossier
  item: ItemVersion
  texts: LicenceTexts
  statementWorkingDays: number
}

interface Worded {
  title: string
  paragraphs: string[]
  grounds: string[]
  facts: { name: string; value: string }[]
}

export function wordedPaper(fact: Fact, source: Source): Worded {
  if (fact.kind === 'licence-intent-told') return intentPaper(fact, source)
  return fact.kind === 'licence-amendment-decided' ? amendmentPaper(fact, source) : endingPaper(fact, source)
}

/** 拟撤销行政许可告知书, 注销行政许可决定书, 送达回证. */
export function paperTitleOf({ kind, body }: Pick<Fact, 'kind' | 'body'>, item: ItemVersion): string {
  if (SERVICES.includes(kind)) return titleFor('delivery', item.itemType)
  const verb = `${ENDING_TITLES[body['how'] as Meant | Amendment]}${licenceWord(item)}`
  return kind === 'licence-intent-told' ? `拟${verb}告知书` : `${verb}决定书`
}

const SERVICES = ['licence-intent-served', 'licence-ended', 'licence-amended']

const licenceWord = ({ itemType }: ItemVersion): string => (itemType === '01' ? '行政许可' : '')

function held({ number, name, grantedOn }: LicenceDossier): string {
  return `本机关于${chineseDay(grantedOn)}作出准予决定，发给${name}（编号：${number}）。`
}

function factsOf({ number, name, validUntil }: LicenceDossier, term = '有效期至'): Worded['facts'] {
  const until = validUntil === undefined ? [] : [{ name: term, value: chineseDay(validUntil) }]
  return [{ name: '证照', value: name }, { name: '证照编号', value: number }, ...until]
}

/** 陈述权、申辩权 (行政许可法第七条): what is meant, why, and by when to answer. */
function intentPaper(fact: Fact, { dossier, item, texts, statementWorkingDays }: Source): Worded {
  const { body } = fact
  const how = body['how'] as Meant
  const verb = ENDING_TITLES[how]
  return {
    title: paperTitleOf(fact, item),
    paragraphs: [
      `${held(dossier)}现拟予以${verb}，情形为：${groundTitle(how, body['ground'] as EndingGround)}。`,
      ...(texts.change === undefined ? [] : [`拟变更的内容：${texts.change}`]),
      `事实和理由：${texts.reason ?? ''}`,
      `你（单位）有权陈述、申辩，自本告知书送达之日起${statementWorkingDays}个工作日内可以在网上“我的证照”页面、当面或者书面提出；逾期没有提出的，视为放弃。`,
      ...(COMPENSATED.includes(how)
        ? ['由此造成财产损失的，本机关依法给予补偿，请在陈述时一并说明损失并提供凭据。']
        : []),
    ],
    grounds: [
      '《中华人民共和国行政许可法》第七条',
      ...(how === 'changed' ? ['《中华人民共和国行政许可法》第八条第二款'] : []),
      texts.basis ?? '',
    ].filter((each) => each !== ''),
    facts: factsOf(dossier),
  }
}

/** 补偿 is due where the law or the circumstances changed and nobody is to blame (第八条第二款). */
const COMPENSATED: readonly Meant[] = ['withdrawn', 'changed']

function endingPaper(fact: Fact, { dossier, item, texts }: Source): Worded {
  const { body } = fact
  const how = body['how'] as Ending
  const verb = ENDING_TITLES[how]
  const { reason, basis, conclusion = '', compensation, document } = texts
  return {
    title: paperTitleOf(fact, item),
    paragraphs: [
      `${held(dossier)}经查，有下列情形：${groundTitle(how, body['ground'] as EndingGround)}。`,
      ...(reason === undefined ? [] : [`事实和理由：${reason}`]),
      conclusion,
      ...(document === undefined ? [] : [`依据的文书或者法律、法规：${document}`]),
      `本机关决定：${verb}上述证照。${EFFECT[how]}`,
      ...(compensation === undefined ? [] : [`${how === 'revoked' ? '赔偿' : '补偿'}：${compensation}`]),
    ].filter((each) => each !== ''),
    grounds: [`《中华人民共和国行政许可法》${ARTICLES[how]}`, basis ?? ''].filter((each) => each !== ''),
    facts: factsOf(dossier),
  }
}

/** 依职权变更 and 更正: what was, what is, and since when. */
function amendmentPaper(fact: Fact, { dossier, item, texts }: Source): Worded {
  const how = fact.body['how'] as Amendment
  const { reason, basis = '', conclusion, compensation, shownBy, validUntil, what = [] } = texts
  const ground = groundTitle(how, fact.body['ground'] as EndingGround | 'slip')
  const changed = how === 'changed'
  return {
    title: paperTitleOf(fact, item),
    paragraphs: [
      `${held(dossier)}经查，有下列情形：${ground}。`,
      ...(reason === undefined ? [] : [`事实和理由：${reason}`]),
      ...(shownBy === undefined ? [] : [`根据的材料：${shownBy}`]),
      ...(conclusion === undefined ? [] : [conclusion]),
      `本机关决定${changed ? '变更上述证照' : '更正上述证照的文字'}：${what.join('；')}。`,
      ...(validUntil === undefined ? [] : [`有效期改为至${chineseDay(validUntil)}。`]),
      changed
        ? '变更自本决定书送达之日起生效，请持原证照到本机关换发。'
        : '许可的内容不变，请持原证照到本机关换发，换发不收费。',
      ...(compensation === undefined ? [] : [`补偿：${compensation}`]),
    ],
    grounds: [`《中华人民共和国行政许可法》${changed ? '第八条第二款' : '第八条第一款'}`, basis].filter(
      (each) => each !== '',
    ),
    facts: factsOf(dossier, validUntil === undefined ? '有效期至' : '原有效期至'),
  }
}

const EFFECT: Readonly<Record<Ending, string>> = {
  revoked: '证照自本决定书送达之日起失去效力，请交回本机关。',
  withdrawn: '证照自本决定书送达之日起失去效力，请交回本机关。',
  cancelled: '自本决定书送达之日起办结注销手续，证照不得继续使用，请交回本机关。',
}

const ARTICLES: Readonly<Record<Ending, string>> = {
  revoked: '第六十九条',
  withdrawn: '第八条第二款',
  cancelled: '第七十条',
}
