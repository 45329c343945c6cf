import type { Example, Usage } from '../example.ts'
import { Button } from '../button/button.tsx'
import { dialogScript } from './dialog-script.ts'
import { Dialog, DialogLink } from './dialog.tsx'

export const usage: Usage = {
  title: '对话框',
  when: '做了就不能反悔的事，再问一句。没有脚本时，链接通向问同样问题的一页。',
  whenNot: '说明、提示和填表不用对话框，直接写在页面上。',
  script: dialogScript,
}

export const examples: Example[] = [
  {
    title: '关着，按链接打开',
    node: (
      <>
        <p>
          <DialogLink dialog="drop" href="#drop-page">
            不办了，删掉这份草稿
          </DialogLink>
        </p>
        <Dialog id="drop" title="要删掉这份草稿吗？" back="不删，接着填">
          <p>填过的内容和上传的材料都会删掉，找不回来。</p>
          <form method="post">
            <input type="hidden" name="csrf" value="token" />
            <Button tone="danger">删掉</Button>
          </form>
        </Dialog>
      </>
    ),
  },
  {
    title: '按钮样子的链接',
    node: (
      <>
        <DialogLink dialog="back" href="#withdraw-page" button>
          撤回申请
        </DialogLink>
        <Dialog id="back" title="要撤回申请吗？" back="不撤回">
          <p>撤回以后这件事就不办了，想办还可以重新申请。</p>
          <form method="post">
            <input type="hidden" name="csrf" value="token" />
            <Button tone="danger">撤回</Button>
          </form>
        </Dialog>
      </>
    ),
  },
]
