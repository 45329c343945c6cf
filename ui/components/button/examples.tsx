import type { Example } from '../example.ts'
import { Button, ButtonRow, LinkButton } from './button.tsx'

export const examples: Example[] = [
  {
    title: 'all tones',
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
