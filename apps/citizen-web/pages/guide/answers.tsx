import type { ComponentChildren, VNode } from 'preact'
import type { GuideView, ItemVersion } from '#capabilities/portal/contract.ts'
import { Disclosure } from '#ui/components/index.ts'
import { itemFor } from '#ui/form/index.ts'
import { Situations } from './situations.tsx'
import { servesWords } from '../../words.ts'
import type { GuideProps } from './guide-props.ts'
import { Situation } from './situation.tsx'
import { MaterialsList } from './materials-list.tsx'
import { Files } from './files.tsx'
import { Places } from './places.tsx'
import { Steps } from './steps.tsx'

export function Answers(props: GuideProps): VNode {
  const { view, answers = {} } = props
  const { item } = view
  return (
    <div class="guide-answers">
      <Answer id="may-i" question="我能办吗">
        <p>{`办给：${item.serves.map((kind) => servesWords[kind]).join('、')}。符合下面的条件就能办：`}</p>
        <ul>
          {item.conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
        {item.notAccepted.length > 0 && (
          <Disclosure summary="哪些情况办不了">
            <ul>
              {item.notAccepted.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Disclosure>
        )}
        {item.quantityLimit !== undefined && !/^(?:无|没有|不)/u.test(item.quantityLimit) && (
          <p>{`数量限制：${item.quantityLimit}`}</p>
        )}
      </Answer>
      <Answer id="bring" question={bringTitle(view.onlineFiling)}>
        {view.onlineFiling && (
          <p>网上申请的，纸质材料拍照上传，一时拿不出来的可以以后补，补齐才受理；到窗口办的，带着来。</p>
        )}
        <Situation item={item} answers={answers} online={view.onlineFiling} />
        <MaterialsList
          materials={item.materials}
          asked={itemFor(item, answers).materials}
          answers={answers}
          online={view.onlineFiling}
        />
        <Files view={view} only={['form-blank', 'form-sample']} />
        <p class="muted">除了这张清单，窗口不会再要别的材料。少了什么，会一次全部告诉您。</p>
      </Answer>
      <Answer id="how-long" question="要多久">
        <p class="guide-big">{view.promisedSentence}</p>
        {!saysNoLimit(view) && <p>{view.statutorySentence}</p>}
        <Situations item={item} answers={answers} />
        <Steps view={view} />
      </Answer>
      <Answer id="how-much" question="要多少钱">
        <Fee fee={item.fee} />
      </Answer>
      <Answer id="where" question="去哪里办">
        <Visits item={item} />
        <Places {...props} />
      </Answer>
    </div>
  )
}

/** Whoever files from home carries nothing. */
export const bringTitle = (online: boolean): string => (online ? '要交什么材料' : '要带什么')

/** Some promises tell themselves that no law sets a limit; saying it again makes people look for the difference. */
const saysNoLimit = ({ item, promisedSentence }: GuideView): boolean =>
  item.statutoryLimit === undefined && promisedSentence.includes('没有规定办理')

function Answer({
  id,
  question,
  children,
}: {
  id: string
  question: string
  children: ComponentChildren
}): VNode {
  return (
    <section class="guide-answer" aria-labelledby={id}>
      <h2 id={id}>{question}</h2>
      <div class="stack">{children}</div>
    </section>
  )
}

function Fee({ fee }: { fee: ItemVersion['fee'] }): VNode {
  if (!fee.charged) return <p class="guide-big">不收钱</p>
  return (
    <>
      <p class="guide-big">要收费</p>
      <ul>
        {(fee.lines ?? []).map((line) => (
          <li
            key={line.name}
          >{`${line.name}：${line.standard}${line.reducible ? '，符合规定的可以减免' : ''}（依据：${line.basis}）`}</li>
        ))}
      </ul>
      {fee.basis !== undefined && <p class="muted">{`收费依据：${fee.basis}`}</p>}
    </>
  )
}

function Visits({ item }: { item: ItemVersion }): VNode {
  return (
    <>
      <p class="guide-big">{item.visits === 0 ? '可以一次都不跑' : `最多跑${item.visits}次`}</p>
      {item.visits === 0 && item.process.steps.some(({ step }) => step === 'survey') && (
        <p>要看场所或者现场的，工作人员上门去看，您不用跑。</p>
      )}
      {item.visitReason !== undefined && <p>{`为什么要来：${item.visitReason}`}</p>}
    </>
  )
}
