import type { Example, Usage } from '../example.ts'
import { FailureState } from './failure-state.tsx'

export const usage: Usage = {
  title: '没有成功',
  when: '页面或者它的一部分没有打开：说什么没有、做过的还在不在、现在怎么办。',
  whenNot: '填错了用出错提示；没有内容用空状态；依法办不了的写明理由。',
}

export const examples: Example[] = [
  {
    title: '可以再试',
    node: <FailureState title="办件列表没有打开" kept="您提交过的申请都在。" again="#again" />,
  },
  {
    title: '换一条路',
    node: (
      <FailureState title="地图没有打开">
        <p>地址和电话在下面，照样可以用。急着办，拨打 12345。</p>
      </FailureState>
    ),
  },
]
