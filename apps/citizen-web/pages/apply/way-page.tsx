import type { VNode } from 'preact'
import type { DraftView, Way } from '#capabilities/portal/contract.ts'
import { ChoiceField, NoticeBox, type Problem } from '#ui/components/index.ts'
import { limitWords } from '#ui/format/limit.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { CheckAfterwards, isSurveyed, Liability, Promises, sparedBy } from '../guide/promise.tsx'
import { GoOn } from './go-on.tsx'
import { backTo, stepPath } from './progress.ts'
import { ApplyStep } from './steps.tsx'

export interface WayProps {
  visit: Visit
  draft: DraftView
  commitment: NonNullable<DraftView['commitment']>
  chosen?: Way
  problems?: readonly Problem[]
  /** Come from the page of all answers, and back to it afterwards. */
  back?: boolean
}

/** 一般办理 or 告知承诺: what each means, the promise in full, and one tick that says it was read. */
export function WayPage({ visit, draft, commitment, chosen, problems = [], back = false }: WayProps): VNode {
  const spared = sparedBy(draft.item, commitment)
  return (
    <ApplyStep
      visit={visit}
      draft={draft}
      step="way"
      title="选一种办理方式"
      lead={<p>按您填的情况，这件事可以先承诺、当场办，也可以交齐材料、按一般的程序办。两种都行，由您选。</p>}
      problems={problems}
    >
      <form method="post" action={`${stepPath(draft.id, 'way')}${backTo({ back })}`} noValidate>
        <CsrfField visit={visit} />
        <ChoiceField
          id="field-way"
          name="way"
          label="您选哪一种"
          required
          choices={[
            {
              value: 'ordinary',
              label: '不承诺，一般办理',
              hint: `材料全部交齐，${isSurveyed(draft.item) ? '先上门看场所，您不用跑，再' : '窗口审查以后'}作决定，受理后${limitWords(draft.item.promisedLimit)}办完。`,
            },
            {
              value: 'commitment',
              label: '先承诺，当场办（告知承诺）',
              hint: `${spared.length > 0 ? `不用交：${spared.join('、')}。` : ''}当场作决定，过后有人来核查；承诺不属实的要撤销决定、记入信用记录。`,
            },
          ]}
          chosen={[chosen ?? draft.way ?? '']}
          {...errorAt(problems, 'field-way')}
        />
        <section class="way-promise" aria-labelledby="promise">
          <h2 id="promise">选告知承诺的，请把承诺书看完</h2>
          <h3>我承诺</h3>
          <Promises commitment={commitment} />
          <h3>承诺不属实会怎样</h3>
          <Liability commitment={commitment} />
          <CheckAfterwards commitment={commitment} />
          <p class="muted">{`依据：${commitment.basis}`}</p>
        </section>
        <ChoiceField
          id="field-confirmed"
          name="confirmed"
          label="选告知承诺的，请在这里确认"
          hint="选一般办理的不用勾。"
          required
          many
          choices={[{ value: 'yes', label: '上面的承诺和后果我都看清了，我自愿承诺，内容属实。' }]}
          chosen={draft.way === 'commitment' ? ['yes'] : []}
          {...errorAt(problems, 'field-confirmed')}
        />
        <NoticeBox title="作出决定以前可以反悔">
          <p>承诺以后、作出决定以前，可以撤回承诺，改按一般程序办，不用重新申请。</p>
        </NoticeBox>
        <GoOn draft={draft} back={back} />
      </form>
    </ApplyStep>
  )
}
