import { chineseDay } from '#engine/clock/explain.ts'
import type { Fact } from '#engine/fact.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Ending, EndingGround } from '#capabilities/licence-seal/contract.ts'
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
  return fact.kind === 'licence-intent-told' ? intentPaper(fact, source) : endingPaper(fact, source)
}

/** 拟撤销行政许可告知书, 注销行政许可决定书, 送达回证. */
export function paperTitleOf({ kind, body }: Pick<Fact, 'kind' | 'body'>, item: ItemVersion): string {
  if (kind === 'licence-intent-served' || kind === 'licence-ended') return titleFor('delivery', item.itemType)
  const verb = `${ENDING_TITLES[body['how'] as Ending]}${licenceWord(item)}`
  return kind === 'licence-intent-told' ? `拟${verb}告知书` : `${verb}决定书`
}

const licenceWord = ({ itemType }: ItemVersion): string => (itemType === '01' ? '行政许可' : '')

function held({ number, name, grantedOn }: LicenceDossier): string {
  return `本机关于${chineseDay(grantedOn)}作出准予决定，发给${name}（编号：${number}）。`
}

function factsOf({ number, name, validUntil }: LicenceDossier): Worded['facts'] {
  const until = validUntil === undefined ? [] : [{ name: '有效期至', value: chineseDay(validUntil) }]
  return [{ name: '证照', value: name }, { name: '证照编号', value: number }, ...until]
}

/** 陈述权、申辩权 (行政许可法第七条): what is meant, why, and by when to answer. */
function intentPaper(fact: Fact, { dossier, item, texts, statementWorkingDays }: Source): Worded {
  const { body } = fact
  const how = body['how'] as Ending
  const verb = ENDING_TITLES[how]
  return {
    title: paperTitleOf(fact, item),
    paragraphs: [
      `${held(dossier)}现拟予以${verb}，情形为：${groundTitle(how, body['ground'] as EndingGround)}。`,
      `事实和理由：${texts.reason ?? ''}`,
      `你（单位）有权陈述、申辩，自本告知书送达之日起${statementWorkingDays}个工作日内可以当面、书面或者在网上提出；逾期没有提出的，视为放弃。`,
    ],
    grounds: ['《中华人民共和国行政许可法》第七条', texts.basis ?? ''].filter((each) => each !== ''),
    facts: factsOf(dossier),
  }
}

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
