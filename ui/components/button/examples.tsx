import type { Example, Usage } from '../example.ts'
import { Button, ButtonRow, LinkButton } from './button.tsx'

export const usage: Usage = {
  title: '按钮',
  when: '按下去会发生一件事：保存、提交、撤回。一页最多一个主按钮，写动词，如“提交申请”。',
  whenNot: '只是去另一页时用链接。不要写“确定”“点击此处”，看不出会发生什么。',
}

export const examples: Example[] = [
  {
    title: '各种按钮',
    node: (
      <ButtonRow>
        <Button>下一步</Button>
        <Button tone="normal">先保存</Button>
        <Button tone="danger">确认撤回</Button>
        <LinkButton href="/">回到首页</LinkButton>
      </ButtonRow>
    ),
  },
]
